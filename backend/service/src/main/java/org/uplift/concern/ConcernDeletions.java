package org.uplift.concern;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.uplift.platform.PageRequest;
import org.uplift.platform.Paging;

/**
 * Deletes concerns whose retention date has passed, and reports it. Row-level security gives the reports of restricted ones to
 * safeguarding leads of the trust alone.
 */
@ApplicationScoped
class ConcernDeletions {
    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    @Scheduled(cron = "{uplift.concern.deletion.cron}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(
                                "select delete_expired_concerns(:today, :now, :open, :restricted)", Object.class)
                        .setParameter("today", LocalDate.now(clock))
                        .setParameter("now", clock.instant())
                        .setParameter("open", UuidVersion7Strategy.INSTANCE.generateUuid(null))
                        .setParameter("restricted", UuidVersion7Strategy.INSTANCE.generateUuid(null))
                        .getSingleResult());
    }

    /** The runs that deleted something, newest first. */
    DeletionPage page(PageRequest page) {
        List<Tuple> rows = entities.createNativeQuery(
                        "select d.id, d.at, d.restricted, d.deleted, d.held, count(*) over () as total from concern_deletion d"
                                + " order by d.at desc, d.id desc limit :rows offset :skipped",
                        Tuple.class)
                .setParameter("rows", page.pageSize)
                .setParameter("skipped", page.offset())
                .getResultList();
        return new DeletionPage(
                rows.stream()
                        .map(row -> new DeletionLine(
                                row.get("id", UUID.class),
                                row.get("at", Instant.class),
                                row.get("restricted", Boolean.class),
                                row.get("deleted", Integer.class),
                                row.get("held", Integer.class)))
                        .toList(),
                Paging.of(
                        page,
                        rows.isEmpty()
                                ? 0
                                : rows.getFirst().get("total", Number.class).longValue()));
    }
}
