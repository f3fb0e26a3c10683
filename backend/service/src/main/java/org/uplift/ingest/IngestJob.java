package org.uplift.ingest;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Caller;
import org.uplift.platform.Problem;

/**
 * One request to take data in. It is stored before the work starts, and completed in the transaction of the work: what
 * was answered is there, and what broke off left nothing and can be sent again.
 */
@Entity
@DynamicUpdate
class IngestJob {
    /**
     * What a file is and how it is to be taken in.
     *
     * @param columns the field that a column holds, by its heading; nothing when the columns are called as the fields
     */
    record Options(
            String mediaType,
            boolean snapshot,
            int maxShrink,
            @Nullable Map<String, String> columns) {
        PushOptions push() {
            return snapshot ? new PushOptions(true, maxShrink) : PushOptions.NONE;
        }

        /** What people call the first row. */
        int firstRow() {
            return Set.of(RowKind.CSV, RowKind.XLSX).contains(mediaType) ? IngestReport.FIRST_BELOW_HEADINGS : 1;
        }
    }

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    private UUID personId;
    private String actor;
    private String[] roles;
    private String idempotencyKey;
    private String kind;
    private byte[] requestHash;
    private boolean dryRun;

    @Enumerated(EnumType.STRING)
    private IngestAnswer.Status status;

    private Instant startedAt;
    private @Nullable Instant endedAt;
    private @Nullable Instant aliveAt;
    private int received;
    private int created;
    private int updated;
    private int unchanged;
    private int rejected;
    private int quarantined;
    private byte @Nullable [] spoolKey;
    private long bytesTotal;
    private long bytesRead;
    private @Nullable String cancelledBy;
    private @Nullable String failure;
    private @Nullable Instant rejectedUntil;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Options options;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> notes = List.of();

    /** Of a request whose rows are each answered: what became of those of which there is nothing else to say. */
    private String plainRows = "";

    /** Those of which there is more to say. */
    @JdbcTypeCode(SqlTypes.JSON)
    private List<RowResult> listedRows = List.of();

    protected IngestJob() {}

    IngestJob(Caller sender, String name, IngestRequest request, Instant now) {
        personId = sender.personId();
        actor = name;
        roles = sender.roles().stream().map(org.uplift.access.Role::code).toArray(String[]::new);
        idempotencyKey = request.checkedKey();
        kind = request.kind();
        requestHash = request.hash();
        dryRun = request.dryRun();
        options = request.everyRow() ? null : new Options(RowKind.CSV, false, 0, null);
        start(now);
    }

    /** Starts, or starts again after it broke off. */
    final void start(Instant now) {
        status = IngestAnswer.Status.RUNNING;
        startedAt = now;
        aliveAt = now;
        endedAt = null;
        failure = null;
    }

    /** Waits for its turn, with its file; also when it broke off before. */
    void queue(Spool.Received file, Options how, Instant now) {
        start(now);
        status = IngestAnswer.Status.QUEUED;
        options = how;
        spoolKey = file.key();
        bytesTotal = file.size();
        bytesRead = 0;
        received = 0;
        cancelledBy = null;
    }

    void complete(IngestReport report, Instant now) {
        status = IngestAnswer.Status.COMPLETED;
        endedAt = now;
        spoolKey = null;
        bytesRead = bytesTotal;
        Counts counts = report.counts();
        received = counts.received();
        created = counts.created();
        updated = counts.updated();
        unchanged = counts.unchanged();
        rejected = counts.rejected();
        quarantined = counts.quarantined();
        notes = List.copyOf(report.notes());
        List<RowResult> listed = report.listed();
        plainRows = report.answersEveryRow() ? PlainRows.of(listed) : "";
        listedRows = plainRows.isEmpty()
                ? listed
                : listed.stream().filter(row -> !PlainRows.isPlain(row)).toList();
    }

    /** Its rejected rows can be had until then. */
    void keepRejectedUntil(Instant end) {
        rejectedUntil = end;
    }

    void fail(String why, Instant now) {
        status = IngestAnswer.Status.FAILED;
        endedAt = now;
        spoolKey = null;
        failure = why;
    }

    /** Asks whoever works on it to stop; what only waits has ended at once. */
    void cancel(String by, Instant now) {
        if (hasEnded()) {
            throw Problem.conflict("The job has ended already; what it took in stays.");
        }
        cancelledBy = by;
        if (status == IngestAnswer.Status.QUEUED) {
            fail(Progress.Cancelled.why(by), now);
        }
    }

    boolean isCompleted() {
        return status == IngestAnswer.Status.COMPLETED;
    }

    boolean hasEnded() {
        return isCompleted() || status == IngestAnswer.Status.FAILED;
    }

    boolean isOf(IngestRequest request) {
        return Arrays.equals(requestHash, request.hash());
    }

    UUID id() {
        return id;
    }

    String kind() {
        return kind;
    }

    boolean isDryRun() {
        return dryRun;
    }

    @Nullable
    Options options() {
        return options;
    }

    byte @Nullable [] spoolKey() {
        return spoolKey;
    }

    @Nullable
    String cancelledBy() {
        return cancelledBy;
    }

    IngestAnswer answer() {
        return answer(PlainRows.with(plainRows, listedRows));
    }

    /** As {@link #answer}, without the rows: for lists. */
    IngestAnswer summary() {
        return answer(List.of());
    }

    private IngestAnswer answer(List<RowResult> rows) {
        return new IngestAnswer(
                id,
                kind,
                status,
                dryRun,
                actor,
                startedAt,
                endedAt,
                bytesTotal == 0 ? null : new IngestAnswer.Progress(bytesRead, bytesTotal),
                new Counts(received, created, updated, unchanged, rejected, quarantined),
                options == null ? 1 : options.firstRow(),
                options == null ? null : options.columns(),
                rejectedUntil,
                notes,
                status == IngestAnswer.Status.FAILED && cancelledBy != null,
                failure,
                rows);
    }
}
