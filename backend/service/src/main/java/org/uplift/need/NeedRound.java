package org.uplift.need;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import org.jboss.logging.Logger;
import org.uplift.term.TermOfYear;

/**
 * Computes the need of every school once a night, so that each term has its assessments from its first day on, and so that they follow
 * what has come in. With several replicas one of them does it; what fails comes again the next night, or on demand.
 */
@ApplicationScoped
class NeedRound {
    private static final Logger LOG = Logger.getLogger(NeedRound.class);
    private static final int LONGEST = 900;

    @Inject
    NeedComputing computing;

    @Inject
    Clock clock;

    @Scheduled(
            cron = "{uplift.need.cron}",
            timeZone = "Europe/London",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        try {
            QuarkusTransaction.requiringNew().timeout(LONGEST).run(() -> {
                if (computing.takeRound()) {
                    computing.compute(TermOfYear.of(LocalDate.now(clock)));
                }
            });
        } catch (RuntimeException e) {
            LOG.warnf(e, "The need of schools could not be computed; it is tried again tomorrow");
        }
    }
}
