package org.uplift.delegation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.jboss.logging.Logger;

/**
 * Brings what waits for a decision before the body that decides it by the rule in force: when a version is recorded, and each night
 * for those that begin. Who decides is asked for anew at the decision itself; this is where it is found.
 */
@ApplicationScoped
class Rerouting {
    private static final Logger LOG = Logger.getLogger(Rerouting.class);
    private static final long LOCK = 2026_11_28_92L;

    @Inject
    Approvals approvals;

    @Inject
    EntityManager entities;

    void adopted(@Observes(during = TransactionPhase.AFTER_SUCCESS) RuleAdopted rule) {
        run();
    }

    @Scheduled(
            cron = "{uplift.delegation.cron}",
            timeZone = "Europe/London",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                if (takeTurn()) {
                    entities.createQuery("from Approval where outcome is null", Approval.class)
                            .getResultStream()
                            .forEach(approvals::follow);
                }
            });
        } catch (RuntimeException e) {
            LOG.warnf(
                    e,
                    "What waits for a decision could not be brought before who decides it; it is tried again tomorrow");
        }
    }

    private boolean takeTurn() {
        return (Boolean) entities.createNativeQuery("select take_turn(:key)", Boolean.class)
                .setParameter("key", LOCK)
                .getSingleResult();
    }
}
