package org.uplift.dataset;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import org.hibernate.Session;
import org.jboss.logging.Logger;
import org.uplift.access.OnBehalf;
import org.uplift.platform.Today;

/**
 * Makes the versions of data sets at the end of each day. With several replicas one of them does it; what fails comes with the
 * next day.
 */
@ApplicationScoped
class VersionRound {
    private static final Logger LOG = Logger.getLogger(VersionRound.class);
    private static final int LONGEST = 900;
    private static final long TURN = 20261206;

    @Inject
    DataSetReader reader;

    @Inject
    DataSetVersions versions;

    @Inject
    OnBehalf onBehalf;

    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    @Scheduled(
            cron = "{uplift.data-set-version.cron}",
            timeZone = "Europe/London",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        for (DataSet set : DataSets.all()) {
            if (set.remembers()) {
                try {
                    onBehalf.ofOverseer(() -> keep(set));
                } catch (RuntimeException e) {
                    LOG.warnf(e, "No version of %s could be made; the next one holds what has changed", set.id());
                }
            }
        }
    }

    private void keep(DataSet set) {
        DataSetReader.Reach reach = reader.reach(set.id());
        QuarkusTransaction.requiringNew().timeout(LONGEST).run(() -> {
            entities.createNativeQuery("select cast(pg_advisory_xact_lock(:turn) as text)", String.class)
                    .setParameter("turn", TURN)
                    .getSingleResult();
            entities.unwrap(Session.class).doWork(connection -> {
                try {
                    versions.keep(
                                    connection,
                                    set,
                                    reader.facets(connection, reach),
                                    reader.present(connection, reach),
                                    DataSetReader.changes(connection, reach),
                                    Today.latest(clock))
                            .ifPresent(version -> LOG.infof("Made version %s of %s", version, set.id()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        });
    }
}
