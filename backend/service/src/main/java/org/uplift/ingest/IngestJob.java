package org.uplift.ingest;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * One request to take data in. It is stored as running before the work starts, and completed in the transaction of the
 * work: what was answered is there, and what broke off left nothing and can be sent again.
 */
@Entity
class IngestJob {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    private UUID personId;
    private String actor;
    private String idempotencyKey;
    private String kind;
    private byte[] requestHash;
    private boolean dryRun;

    @Enumerated(EnumType.STRING)
    private IngestAnswer.Status status;

    private Instant startedAt;
    private @Nullable Instant endedAt;
    private int received;
    private int created;
    private int updated;
    private int unchanged;
    private int rejected;
    private int quarantined;
    private @Nullable String failure;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> notes = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    private List<RowResult> listedRows = List.of();

    protected IngestJob() {}

    IngestJob(UUID personId, String actor, IngestRequest request, Instant now) {
        this.personId = personId;
        this.actor = actor;
        idempotencyKey = request.checkedKey();
        kind = request.kind();
        requestHash = request.hash();
        dryRun = request.dryRun();
        start(now);
    }

    /** Starts, or starts again after it broke off. */
    final void start(Instant now) {
        status = IngestAnswer.Status.RUNNING;
        startedAt = now;
        endedAt = null;
        failure = null;
    }

    void complete(IngestReport report, Instant now) {
        status = IngestAnswer.Status.COMPLETED;
        endedAt = now;
        Counts counts = report.counts();
        received = counts.received();
        created = counts.created();
        updated = counts.updated();
        unchanged = counts.unchanged();
        rejected = counts.rejected();
        quarantined = counts.quarantined();
        notes = List.copyOf(report.notes());
        listedRows = report.listed();
    }

    void fail(String why, Instant now) {
        status = IngestAnswer.Status.FAILED;
        endedAt = now;
        failure = why;
    }

    boolean isCompleted() {
        return status == IngestAnswer.Status.COMPLETED;
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

    IngestAnswer answer() {
        return answer(listedRows);
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
                new Counts(received, created, updated, unchanged, rejected, quarantined),
                notes,
                failure,
                rows);
    }
}
