package org.uplift.dataset;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;
import org.jboss.logging.Logger;
import org.uplift.access.OnBehalf;
import org.uplift.platform.Today;

/**
 * Makes the versions of data sets at the end of each day, and when an administrator asks for them. With several replicas one of
 * them does it; what fails comes with the next day.
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
        make();
    }

    /** Makes a version of each set of which anything is another than in its newest one; says of which, and what they are called. */
    List<MadeVersion> make() {
        List<MadeVersion> made = new ArrayList<>();
        for (DataSet set : DataSets.all()) {
            if (set.remembers()) {
                try {
                    onBehalf.ofOverseer(() -> keep(set).ifPresent(version -> {
                        LOG.infof("Made version %s of %s", version, set.id());
                        made.add(new MadeVersion(set.id(), version));
                    }));
                } catch (RuntimeException e) {
                    LOG.warnf(e, "No version of %s could be made; the next one holds what has changed", set.id());
                }
            }
        }
        return made;
    }

    private Optional<String> keep(DataSet set) {
        DataSetReader.Reach reach = reader.reach(set.id());
        return QuarkusTransaction.requiringNew().timeout(LONGEST).call(() -> {
            entities.createNativeQuery("select cast(pg_advisory_xact_lock(:turn) as text)", String.class)
                    .setParameter("turn", TURN)
                    .getSingleResult();
            return entities.unwrap(Session.class).doReturningWork(connection -> {
                try {
                    return versions.keep(
                            connection,
                            set,
                            reader.facets(connection, reach),
                            reader.present(connection, reach),
                            DataSetReader.changes(connection, reach),
                            Today.latest(clock));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        });
    }
}
