package org.uplift.ingest;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Caller;
import org.uplift.access.Permission;
import org.uplift.platform.Problem;

/** The jobs: those that the caller sent, and all of them for who looks after the data of the trust. */
@ApplicationScoped
class IngestJobs implements PanacheRepositoryBase<IngestJob, UUID> {
    @Inject
    Caller caller;

    /** The caller's job with this key. */
    Optional<IngestJob> withKey(String key) {
        return find("personId = ?1 and idempotencyKey = ?2", caller.personId(), key)
                .firstResultOptional();
    }

    /** Stores a job in a way that lets one of two requests with the same key win. */
    void add(IngestJob job) {
        persistAndFlush(job);
    }

    /** Lets the running transaction end before the disk has it: one that follows waits for both. */
    void doNotWaitForTheDisk() {
        getEntityManager()
                .createNativeQuery("set local synchronous_commit = off")
                .executeUpdate();
    }

    /** Holds the job until the transaction ends; false when another transaction holds it. */
    boolean hold(UUID id) {
        return (Boolean) getEntityManager()
                .createNativeQuery("select pg_try_advisory_xact_lock(hashtextextended(:id, 0))")
                .setParameter("id", id.toString())
                .getSingleResult();
    }

    PanacheQuery<IngestJob> readable(@Nullable String kind) {
        String where = "(:kind is null or kind = :kind) and (:all = true or personId = :self) order by id desc";
        return find(
                where,
                io.quarkus.panache.common.Parameters.with("kind", kind)
                        .and("all", readsAll())
                        .and("self", caller.personId()));
    }

    /** The job, for the running transaction alone to change. */
    IngestJob held(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    IngestJob readable(UUID id) {
        IngestJob job = find("id = ?1 and (?2 = true or personId = ?3)", id, readsAll(), caller.personId())
                .firstResult();
        if (job == null) {
            throw Problem.notFound();
        }
        return job;
    }

    /** Stores the errors of a job that is completed with them. */
    void storeErrors(UUID job, List<IngestReport.Line> errors) {
        if (errors.isEmpty()) {
            return;
        }
        getEntityManager().unwrap(Session.class).doWork(connection -> {
            try (var insert =
                    connection.prepareStatement("insert into ingest_error (job_id, line, place, outcome, path,"
                            + " code, message, detail) values (?, ?, ?, ?, ?, ?, ?, ?)")) {
                int waiting = 0;
                for (IngestReport.Line line : errors) {
                    insert.setObject(1, job);
                    insert.setInt(2, line.row());
                    insert.setInt(3, line.place());
                    insert.setString(4, line.outcome().code());
                    insert.setString(5, line.error().path());
                    insert.setString(6, line.error().code());
                    insert.setString(7, line.error().message());
                    insert.setString(8, line.error().detail());
                    insert.addBatch();
                    if (++waiting % 500 == 0) {
                        insert.executeBatch();
                    }
                }
                insert.executeBatch();
            }
        });
    }

    /** Keeps the rejected rows of a job, encrypted. */
    void storeRejected(UUID job, byte[] encrypted) {
        getEntityManager()
                .createNativeQuery("insert into rejected_rows (job_id, encrypted) values (:job, :encrypted)"
                        + " on conflict (job_id) do update set encrypted = excluded.encrypted")
                .setParameter("job", job)
                .setParameter("encrypted", encrypted)
                .executeUpdate();
    }

    /** The rejected rows of a job that the caller may read, encrypted; 404 when there are none any more. */
    @SuppressWarnings("unchecked")
    byte[] rejected(UUID job) {
        List<byte[]> found = getEntityManager()
                .createNativeQuery("select encrypted from rejected_rows where job_id = :job", byte[].class)
                .setParameter("job", job)
                .getResultList();
        return found.stream().findFirst().orElseThrow(Problem::notFound);
    }

    /** Notes when rows about schools and years last came. */
    void storeDeliveries(IngestJob job, Set<IngestReport.SchoolYear> delivered, Instant now) {
        if (delivered.isEmpty()) {
            return;
        }
        getEntityManager()
                .createNativeQuery("insert into delivery (school_urn, academic_year, kind, person_id, job_id, at)"
                        + " select urn, year, :kind, :sender, :job, :now"
                        + " from unnest(cast(:urns as int[]), cast(:years as smallint[])) d (urn, year)"
                        + " on conflict (school_urn, academic_year, kind) do update set person_id = excluded.person_id,"
                        + " job_id = excluded.job_id, at = excluded.at")
                .setParameter("kind", job.kind())
                .setParameter("sender", caller.personId())
                .setParameter("job", job.id())
                .setParameter("now", now)
                .setParameter(
                        "urns",
                        delivered.stream()
                                .map(IngestReport.SchoolYear::schoolUrn)
                                .toArray(Integer[]::new))
                .setParameter(
                        "years",
                        delivered.stream()
                                .map(IngestReport.SchoolYear::academicYear)
                                .toArray(Integer[]::new))
                .executeUpdate();
    }

    private boolean readsAll() {
        return caller.scope(Permission.READ_QUARANTINE).trust();
    }
}
