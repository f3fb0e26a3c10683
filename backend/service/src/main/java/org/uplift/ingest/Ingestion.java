package org.uplift.ingest;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Consumer;
import org.hibernate.exception.ConstraintViolationException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Caller;
import org.uplift.activity.Activities;
import org.uplift.activity.Subject;
import org.uplift.platform.Problem;
import org.uplift.platform.ProblemType;

/**
 * Runs a request to take data in, so that it can be repeated safely. The same key with the same request gives the same
 * answer again; with another request, or while the first is running, it is a conflict. What breaks off leaves nothing
 * behind and may be sent again with its key.
 */
@ApplicationScoped
public class Ingestion {
    private static final Logger LOG = Logger.getLogger(Ingestion.class);

    @Inject
    IngestJobs jobs;

    @Inject
    Quarantine quarantine;

    @Inject
    Activities activities;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    /**
     * Runs the work in one transaction and answers with what became of each row.
     *
     * @param request what is sent; a dry run does the same work and rolls it back
     * @param work takes the rows in and reports what became of them
     */
    public IngestAnswer run(IngestRequest request, Consumer<IngestReport> work) {
        request.checkedKey();
        UUID id = open(request);
        try {
            return QuarkusTransaction.requiringNew().call(() -> work(id, request, work));
        } catch (DryRun done) {
            return QuarkusTransaction.requiringNew().call(() -> complete(jobs.findById(id), done.report));
        } catch (RuntimeException e) {
            recordFailure(id, e);
            throw e;
        }
    }

    private UUID open(IngestRequest request) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                @Nullable IngestJob known = jobs.withKey(request.checkedKey()).orElse(null);
                if (known == null) {
                    known = new IngestJob(caller.personId(), caller.name(), request, clock.instant());
                    jobs.add(known);
                } else if (!known.isOf(request)) {
                    throw Problem.with(
                            ProblemType.IDEMPOTENCY_KEY_REUSED,
                            "It belongs to job " + known.id() + "; use a new key for a new request.",
                            "jobId",
                            known.id());
                }
                return known.id();
            });
        } catch (RuntimeException e) {
            if (isDuplicate(e)) {
                return open(request);
            }
            throw e;
        }
    }

    private IngestAnswer work(UUID id, IngestRequest request, Consumer<IngestReport> work) {
        if (!jobs.hold(id)) {
            throw Problem.with(
                    ProblemType.STILL_RUNNING,
                    "Read the job, or send the request again when it has ended.",
                    "jobId",
                    id);
        }
        IngestJob job = jobs.findById(id);
        if (job.isCompleted()) {
            return job.answer();
        }
        job.start(clock.instant());
        IngestReport report = new IngestReport(id, request.everyRow(), request.qualifier());
        work.accept(report);
        if (request.dryRun()) {
            throw new DryRun(report);
        }
        quarantine.keep(id, request.kind(), report.quarantined(), clock.instant());
        Counts counts = report.counts();
        activities.record(
                Subject.IMPORT,
                id.toString(),
                null,
                "sent " + counts.received() + " rows of " + request.kind().replace('-', ' '));
        return complete(job, report);
    }

    private IngestAnswer complete(IngestJob job, IngestReport report) {
        job.complete(report, clock.instant());
        jobs.storeErrors(job.id(), report.errors());
        return job.answer();
    }

    /** The work is gone with its transaction; the job says why. Without a database there is nobody to tell. */
    private void recordFailure(UUID id, RuntimeException e) {
        if (e instanceof Problem problem && problem.type() == ProblemType.STILL_RUNNING) {
            return;
        }
        try {
            String why = e instanceof Problem problem ? problem.detail() : "An unexpected failure; nothing was kept.";
            QuarkusTransaction.requiringNew().run(() -> jobs.findById(id).fail(why, clock.instant()));
        } catch (RuntimeException unavailable) {
            LOG.warnf("Job %s ended in a failure that could not be stored", id);
        }
    }

    private static boolean isDuplicate(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConstraintViolationException violation && "23505".equals(violation.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /** Leaves the transaction of a dry run, taking the report along. */
    private static final class DryRun extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient IngestReport report;

        DryRun(IngestReport report) {
            super(null, null, false, false);
            this.report = report;
        }
    }
}
