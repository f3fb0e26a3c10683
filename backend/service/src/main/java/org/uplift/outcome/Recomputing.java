package org.uplift.outcome;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;
import org.uplift.outcome.HeadlineMeasures.SchoolYear;
import org.uplift.outcome.OutdatedOutcomes.Taken;

/**
 * Computes measures again that the rows of files have outdated, and keeps what they then are over the trust. What breaks off is
 * still outdated; it steps back while the others go on, and comes again.
 */
@ApplicationScoped
class Recomputing {
    private static final Logger LOG = Logger.getLogger(Recomputing.class);
    private static final int LONGEST = 900;
    private static final int OF_THE_TRUST_AT_ONCE = 10;

    @Inject
    OutdatedOutcomes outdated;

    @Inject
    HeadlineMeasures measures;

    @Inject
    TrustOutcomes trust;

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void recompute() {
        try {
            boolean more = true;
            while (more) {
                more = some();
            }
            while (trust.keep(OF_THE_TRUST_AT_ONCE) == OF_THE_TRUST_AT_ONCE) {
                // more may be waiting
            }
        } catch (RuntimeException e) {
            LOG.warnf(e, "Measures could not be computed again; it will be tried again");
        }
    }

    private boolean some() {
        List<Taken> taken = new ArrayList<>();
        try {
            QuarkusTransaction.requiringNew().timeout(LONGEST).run(() -> {
                Taken next = outdated.take();
                if (!next.touched().isEmpty()) {
                    taken.add(next);
                    measures.refresh(next.touched(), Set.of(next.source()));
                }
            });
        } catch (RuntimeException e) {
            if (taken.isEmpty()) {
                throw e;
            }
            putOff(taken.getFirst(), e);
        }
        return !taken.isEmpty();
    }

    private void putOff(Taken failed, RuntimeException failure) {
        Throwable reason = failure;
        while (reason.getCause() != null) {
            reason = reason.getCause();
        }
        Throwable cause = reason;
        QuarkusTransaction.requiringNew()
                .call(() -> outdated.putOff(failed))
                .ifPresent(put -> LOG.warnf(
                        cause,
                        "%s of %s could not be computed for schools %s, attempt %d; it is tried again in %d s",
                        failed.source(),
                        failed.touched().iterator().next().academicYear(),
                        failed.touched().stream()
                                .map(SchoolYear::schoolUrn)
                                .sorted()
                                .toList(),
                        put.attempts(),
                        put.pause().toSeconds()));
    }
}
