package org.uplift.ingest;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.uplift.access.Caller;

/**
 * Runs the jobs whose files lie in the spool, a few at a time, in the name of who sent them. After a restart it takes up
 * those that had not ended; each is one transaction, so that nothing of a job that broke off is there.
 */
@ApplicationScoped
class JobRunner {
    private static final Logger LOG = Logger.getLogger(JobRunner.class);
    private static final Duration SILENCE = Duration.ofMinutes(6);
    private static final int PAUSE_SECONDS = 5;

    @Inject
    Ingestion ingestion;

    @Inject
    Spool spool;

    @Inject
    JobBook book;

    @Inject
    Caller caller;

    @Inject
    @ConfigProperty(name = "uplift.ingest.workers")
    int workers;

    @Inject
    @ConfigProperty(name = "uplift.quarantine.days")
    int quarantineDays;

    /** A job that waits or runs here. A file that is sent again while it waits has a new turn, and the old one goes by. */
    private record Turn(byte[] key, Progress progress, AtomicBoolean taken) {}

    private final Map<UUID, Turn> alive = new ConcurrentHashMap<>();
    private ScheduledExecutorService executor = Executors.newScheduledThreadPool(0);

    void takeUp(@Observes StartupEvent start) throws SQLException {
        executor = Executors.newScheduledThreadPool(
                workers, Thread.ofPlatform().name("ingest-", 0).factory());
        Set<UUID> wanted = new HashSet<>();
        book.open().forEach((job, key) -> {
            if (key.isPresent() && spool.holds(job)) {
                wanted.add(job);
                submit(job, key.get());
            }
        });
        spool.tidy(wanted);
    }

    /** How many jobs wait or run here. */
    int size() {
        return alive.size();
    }

    void submit(UUID job, byte[] key) {
        alive.put(job, new Turn(key, new Progress(), new AtomicBoolean()));
        executor.execute(() -> run(job));
    }

    /** Lets the turn of a job go by that has ended while it was waiting. */
    void forget(UUID job) {
        end(job);
    }

    /** Jobs say every second that they are alive, and learn whether somebody has cancelled them. */
    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void touch() {
        alive.forEach((job, turn) -> {
            Progress progress = turn.progress();
            try {
                String cancelledBy = book.touch(job, progress.rows(), progress.bytes());
                if (cancelledBy != null) {
                    progress.cancel(cancelledBy);
                }
            } catch (SQLException e) {
                LOG.warnf("Job %s could not say that it is alive: %s", job, e.getSQLState());
            }
        });
    }

    @Scheduled(every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void failLost() throws SQLException {
        book.failLost(SILENCE);
    }

    @Scheduled(every = "24h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void expire() throws SQLException {
        book.expireQuarantine(Duration.ofDays(quarantineDays));
        book.expireRejected();
    }

    private void run(UUID job) {
        Turn turn = alive.get(job);
        if (turn != null && turn.taken().compareAndSet(false, true)) {
            run(job, turn);
        }
    }

    private void run(UUID job, Turn turn) {
        ManagedContext context = Arc.container().requestContext();
        context.activate();
        try (InputStream file = spool.open(job, turn.key())) {
            caller.actAs(book.sender(job));
            ingestion.runFile(job, file, turn.progress());
            end(job);
        } catch (IOException | SQLException | RuntimeException e) {
            failed(job, turn, e);
        } finally {
            context.terminate();
        }
    }

    /** A database that is away for a while is waited for; whatever else it was, the job says so already. */
    private void failed(UUID job, Turn turn, Exception e) {
        if (Ingestion.isAway(e) && !executor.isShutdown()) {
            LOG.infof("Job %s waits for the database", job);
            executor.schedule(() -> run(job, turn), PAUSE_SECONDS, TimeUnit.SECONDS);
        } else if (!executor.isShutdown()) {
            end(job);
        }
    }

    private void end(UUID job) {
        alive.remove(job);
        spool.drop(job);
    }

    /** What runs breaks off without a trace and is taken up by the next start. */
    @PreDestroy
    void stop() {
        executor.shutdownNow();
    }
}
