package org.uplift.outcome;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.jboss.logging.Logger;

/** Computes measures again that the rows of files have outdated. What breaks off is still outdated, and comes again. */
@ApplicationScoped
class Recomputing {
    private static final Logger LOG = Logger.getLogger(Recomputing.class);
    private static final int LONGEST = 900;

    @Inject
    OutdatedOutcomes outdated;

    @Inject
    HeadlineMeasures measures;

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void recompute() {
        try {
            boolean more = true;
            while (more) {
                more = QuarkusTransaction.requiringNew().timeout(LONGEST).call(this::some);
            }
        } catch (RuntimeException e) {
            LOG.warnf(e, "Measures could not be computed again; it will be tried again");
        }
    }

    private boolean some() {
        OutdatedOutcomes.Taken next = outdated.take();
        measures.refresh(next.touched(), Set.of(next.source()));
        return !next.touched().isEmpty();
    }
}
