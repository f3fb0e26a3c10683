package org.uplift.commission;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Person;
import org.uplift.platform.Problem;
import org.uplift.school.AcademicYear;
import org.uplift.term.TermName;
import org.uplift.term.TermOfYear;

/** A change of what was agreed, which one party proposes and the other agrees to or refuses. */
@Entity(name = "CommissionChange")
@DynamicUpdate
@Table(name = "commission_change")
class Change {
    /** What became of a proposal. */
    enum Outcome {
        AGREED,
        REFUSED
    }

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Column(updatable = false)
    private UUID commissionId;

    private @Nullable LocalDate endsOn;
    private @Nullable Integer academicYear;
    private @Nullable Integer term;
    private @Nullable BigDecimal days;
    private @Nullable BigDecimal cost;
    private String reason;
    private boolean bySupporter;
    private UUID proposerId;
    private String proposerName;
    private Instant proposedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable Outcome outcome;

    private @Nullable UUID deciderId;
    private @Nullable String deciderName;
    private @Nullable Instant decidedAt;

    protected Change() {}

    Change(Commission commission, NewChange wanted, boolean bySupporter, Person by, Instant now) {
        commissionId = commission.id();
        endsOn = wanted.endsOn();
        TermOfYear when = wanted.termOfYear();
        if (when != null) {
            academicYear = when.academicYear().start();
            term = when.number();
            days = wanted.days();
        }
        cost = wanted.cost();
        reason = wanted.reason().strip();
        this.bySupporter = bySupporter;
        proposerId = by.id();
        proposerName = by.name();
        proposedAt = now;
    }

    void decide(boolean agreed, Person by, Instant now) {
        if (outcome != null) {
            throw Problem.conflict("It is " + outcome.name().toLowerCase(Locale.ROOT) + " already.");
        }
        if (by.id().equals(proposerId)) {
            throw Problem.forbidden("You proposed it; the other party agrees.");
        }
        outcome = agreed ? Outcome.AGREED : Outcome.REFUSED;
        deciderId = by.id();
        deciderName = by.name();
        decidedAt = now;
    }

    UUID id() {
        return id;
    }

    UUID commissionId() {
        return commissionId;
    }

    boolean isBySupporter() {
        return bySupporter;
    }

    UUID proposerId() {
        return proposerId;
    }

    boolean waits() {
        return outcome == null;
    }

    @Nullable
    LocalDate endsOn() {
        return endsOn;
    }

    @Nullable
    TermOfYear term() {
        return academicYear == null || term == null
                ? null
                : new TermOfYear(new AcademicYear(academicYear), TermName.values()[term - 1]);
    }

    @Nullable
    BigDecimal days() {
        return days;
    }

    @Nullable
    BigDecimal cost() {
        return cost;
    }

    ChangeLine line(boolean mayDecide) {
        TermOfYear when = term();
        return new ChangeLine(
                id,
                endsOn,
                when == null ? null : when.academicYear(),
                when == null ? null : when.term(),
                days,
                cost,
                reason,
                proposerName,
                proposedAt,
                outcome == null ? ChangeStatus.PROPOSED : ChangeStatus.valueOf(outcome.name()),
                deciderName,
                decidedAt,
                mayDecide);
    }
}
