package org.uplift.ingest;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
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
    private static final int LONGEST_REQUEST = 300;
    private static final int LONGEST_FILE = 7_200;

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

    @Inject
    SenderRules senders;

    @Inject
    RowIntake rows;

    @Inject
    Vault vault;

    @Inject
    @ConfigProperty(name = "uplift.rejected.days")
    int rejectedDays;

    @Inject
    @Any
    Instance<RowKind> kinds;

    /**
     * Runs the work in one transaction and answers with what became of each row.
     *
     * @param request what is sent; a dry run does the same work and rolls it back
     * @param work takes the rows in and reports what became of them
     */
    public IngestAnswer run(IngestRequest request, Consumer<IngestReport> work) {
        request.checkedKey();
        UUID id = open(
                request,
                known -> {
                    if (!known.isCompleted()) {
                        known.start(clock.instant());
                    }
                },
                fresh -> jobs.doNotWaitForTheDisk());
        return perform(id, request.everyRow(), request.qualifier(), request.dryRun(), LONGEST_REQUEST, work);
    }

    /** Takes the rows of a JSON body in and answers each of them. */
    IngestAnswer push(RowKind kind, IngestRequest request, PushOptions options, byte[] body) {
        return run(
                request,
                report ->
                        rows.take(kind, new JsonSource(body), RowReader.strict(kind.fields(), clock), options, report));
    }

    /**
     * Stores a job for a file that was received whole, to be run in its turn.
     *
     * @return the job; it is another's turn already when it has ended
     */
    IngestAnswer queue(IngestRequest request, Spool.Received file, IngestJob.Options options) {
        UUID id = open(
                request,
                known -> {
                    if (known.isCompleted()) {
                        return;
                    }
                    if (!known.hasEnded()) {
                        throw stillRunning(known.id());
                    }
                    known.queue(file, options, clock.instant());
                },
                fresh -> fresh.queue(file, options, clock.instant()));
        return QuarkusTransaction.requiringNew().call(() -> jobs.findById(id).answer());
    }

    /** Runs a job whose file has been opened; the request context says in whose name. */
    void runFile(UUID id, InputStream file, Progress progress) {
        IngestJob job = QuarkusTransaction.requiringNew().call(() -> {
            IngestJob found = jobs.held(id);
            if (!found.hasEnded()) {
                found.start(clock.instant());
            }
            return found;
        });
        if (job.hasEnded()) {
            return;
        }
        IngestJob.Options options = Objects.requireNonNull(job.options());
        RowKind kind = kinds.stream()
                .filter(one -> one.code().equals(job.kind()))
                .findFirst()
                .orElseThrow();
        Map<String, String> columns = Objects.requireNonNullElse(options.columns(), Map.of());
        RowReader reader = options.mediaType().equals(RowKind.NDJSON)
                ? RowReader.strict(kind.fields(), clock)
                : RowReader.lenient(clock);
        perform(id, false, "", job.isDryRun(), LONGEST_FILE, report -> {
            senders.check(kind.code());
            report.keepRejected(kind.fields(), options.firstRow());
            rows.take(
                    kind,
                    kind.read(options.mediaType(), columns, progress.counting(file)),
                    reader,
                    options.push(),
                    report,
                    progress);
        });
    }

    /** Says why a job has ended without having kept anything. */
    void fail(UUID id, String why) {
        QuarkusTransaction.requiringNew().run(() -> jobs.findById(id).fail(why, clock.instant()));
    }

    private IngestAnswer perform(
            UUID id, boolean everyRow, String qualifier, boolean dryRun, int longest, Consumer<IngestReport> work) {
        Supplier<IngestAnswer> working = () -> QuarkusTransaction.requiringNew()
                .timeout(longest)
                .call(() -> work(id, new IngestReport(id, clock.instant(), everyRow, qualifier), dryRun, work));
        try {
            return everyRow ? seeingWhatWasStored(working) : working.get();
        } catch (DryRun done) {
            return QuarkusTransaction.requiringNew().call(() -> complete(jobs.findById(id), done.report));
        } catch (RuntimeException e) {
            recordFailure(id, e);
            throw e;
        }
    }

    /**
     * Works once more where somebody stored the same row at the same moment without holding its school, as when two pupils become
     * one: now it is seen. The rows of a request are at hand for that, those of a file have been read.
     */
    private static IngestAnswer seeingWhatWasStored(Supplier<IngestAnswer> working) {
        try {
            return working.get();
        } catch (RuntimeException e) {
            if (!isDuplicate(e)) {
                throw e;
            }
            return working.get();
        }
    }

    private UUID open(IngestRequest request, Consumer<IngestJob> again, Consumer<IngestJob> first) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                String sender = senders.check(request.kind()).orElse(caller.name());
                @Nullable IngestJob known = jobs.withKey(request.checkedKey()).orElse(null);
                if (known == null) {
                    known = new IngestJob(caller, sender, request, clock.instant());
                    first.accept(known);
                    jobs.add(known);
                } else if (known.isOf(request)) {
                    again.accept(known);
                } else {
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
                return open(request, again, first);
            }
            throw e;
        }
    }

    private IngestAnswer work(UUID id, IngestReport report, boolean dryRun, Consumer<IngestReport> work) {
        if (!jobs.hold(id)) {
            throw stillRunning(id);
        }
        IngestJob job = jobs.findById(id);
        if (job.isCompleted()) {
            return job.answer();
        }
        work.accept(report);
        if (dryRun) {
            throw new DryRun(report);
        }
        quarantine.keep(id, job.kind(), report.quarantined(), clock.instant());
        jobs.storeDeliveries(job, report.delivered(), clock.instant());
        activities.record(
                Subject.IMPORT,
                id.toString(),
                null,
                "sent " + report.counts().received() + " rows of " + job.kind().replace('-', ' '));
        return complete(job, report);
    }

    private static Problem stillRunning(UUID id) {
        return Problem.with(
                ProblemType.STILL_RUNNING, "Read the job, or send the request again when it has ended.", "jobId", id);
    }

    private IngestAnswer complete(IngestJob job, IngestReport report) {
        job.complete(report, clock.instant());
        jobs.storeErrors(job.id(), report.errors());
        report.rejectedRows().ifPresent(rows -> {
            jobs.storeRejected(job.id(), vault.encrypt(rows.file()));
            job.keepRejectedUntil(clock.instant().plus(Duration.ofDays(rejectedDays)));
        });
        return job.answer();
    }

    /** The work is gone with its transaction; the job says why. Without a database there is nobody to tell. */
    private void recordFailure(UUID id, RuntimeException e) {
        if (isAway(e) || (e instanceof Problem problem && problem.type() == ProblemType.STILL_RUNNING)) {
            return;
        }
        try {
            fail(id, why(e));
        } catch (RuntimeException unavailable) {
            LOG.warnf("Job %s ended in a failure that could not be stored", id);
        }
    }

    private static String why(RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return problem.detail();
            }
            if (cause instanceof Progress.Cancelled cancelled) {
                return cancelled.why();
            }
        }
        LOG.errorf(e, "A job failed unexpectedly");
        return "An unexpected failure; nothing was kept.";
    }

    /** Whether it was the database that went away: what was asked for can be done when it is back. */
    static boolean isAway(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && sql.getSQLState() != null
                    && (sql.getSQLState().startsWith("08") || sql.getSQLState().startsWith("57P"))) {
                return true;
            }
        }
        return false;
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
