package org.uplift.checkpoint;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;
import org.uplift.access.SchoolOwned;
import org.uplift.cycle.Priority;
import org.uplift.platform.Problem;
import org.uplift.platform.Words;

/** A small improvement of how a priority is worked on. It is open until somebody decides to keep or to drop it. */
@Entity
class Adjustment implements SchoolOwned {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Priority priority;

    private @Nullable Integer schoolUrn;
    private @Nullable UUID checkpointId;
    private String noticed;
    private String change;
    private String expectedEffect;
    private LocalDate expectedBy;
    private @Nullable String effectSeen;

    @Enumerated(EnumType.STRING)
    private AdjustmentStatus status;

    private @Nullable String decisionReason;
    private @Nullable LocalDate decidedOn;

    @Version
    private int version;

    protected Adjustment() {}

    Adjustment(Priority priority, AdjustmentTerms terms) {
        priority.requireOpen();
        this.priority = priority;
        schoolUrn = priority.schoolUrn();
        status = AdjustmentStatus.OPEN;
        take(terms);
    }

    /** Takes what people say now. */
    void change(AdjustmentTerms terms) {
        requireOpen();
        take(terms);
    }

    private void take(AdjustmentTerms terms) {
        noticed = terms.noticed().strip();
        checkpointId = terms.checkpointId();
        change = terms.change().strip();
        expectedEffect = terms.expectedEffect().strip();
        expectedBy = terms.expectedBy();
        effectSeen = terms.effectSeen();
    }

    /** Keeps it or drops it; that is final. What is kept has an effect that somebody has seen. */
    void decide(Decision decision, LocalDate today) {
        requireOpen();
        if (decision.status() == AdjustmentStatus.OPEN) {
            throw Problem.invalid("/status", "not-a-decision", "Say kept or dropped; it is open already.");
        }
        String seen = decision.effectSeen() == null ? effectSeen : decision.effectSeen();
        if (decision.status() == AdjustmentStatus.KEPT && (seen == null || seen.isBlank())) {
            throw Problem.invalid(
                    "/effectSeen", "required", "Say which effect was seen; without one it cannot be kept.");
        }
        effectSeen = seen;
        status = decision.status();
        decisionReason = decision.reason().strip();
        decidedOn = today;
    }

    private void requireOpen() {
        priority.requireOpen();
        if (decidedOn != null) {
            throw Problem.conflict("It was " + status.code() + " on " + Words.day(decidedOn)
                    + "; begin another small improvement for what is noticed since.");
        }
    }

    AdjustmentTerms terms() {
        return new AdjustmentTerms(noticed, checkpointId, change, expectedEffect, expectedBy, effectSeen);
    }

    @Override
    public @Nullable Integer schoolUrn() {
        return schoolUrn;
    }

    UUID id() {
        return id;
    }

    Priority priority() {
        return priority;
    }

    AdjustmentStatus status() {
        return status;
    }

    int version() {
        return version;
    }
}
