package org.uplift.delegation;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Person;
import org.uplift.access.SchoolOwned;
import org.uplift.platform.Problem;

/** Something that was asked for under a rule of the scheme of delegation, and what was decided. Once. */
@Entity
public class Approval implements SchoolOwned {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Enumerated(EnumType.STRING)
    private Decision decision;

    private UUID subjectId;
    private String title;
    private @Nullable Integer schoolUrn;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private DelegationRule rule;

    @Enumerated(EnumType.STRING)
    private Body body;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Person requester;

    private Instant requestedAt;
    private @Nullable String comment;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Person decider;

    private @Nullable Instant decidedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable Outcome outcome;

    private @Nullable String reason;
    private @Nullable UUID decidedIn;
    private @Nullable BigDecimal amount;
    private boolean withheld;

    protected Approval() {}

    Approval(
            DelegationRule rule,
            Body body,
            Subject subject,
            @Nullable BigDecimal amount,
            Person requester,
            Instant requestedAt,
            @Nullable String comment) {
        decision = rule.decision();
        subjectId = subject.id();
        title = subject.title();
        schoolUrn = subject.schoolUrn();
        withheld = subject.withheld();
        this.rule = rule;
        this.body = body;
        this.amount = amount;
        this.requester = requester;
        this.requestedAt = requestedAt;
        this.comment = comment;
    }

    /**
     * What is to be decided, and what it is called.
     *
     * @param withheld it rests on what not everybody may see: who asked is known to themselves and to those who decide, and nobody is
     *     consulted or informed
     */
    public record Subject(UUID id, String title, @Nullable Integer schoolUrn, boolean withheld) {}

    /** Is decided by the rule that is in force now, for what the thing costs now. */
    void route(DelegationRule inForce, Body deciding, @Nullable BigDecimal cost) {
        rule = inForce;
        body = deciding;
        amount = cost;
    }

    void decide(Outcome decided, @Nullable String why, Person by, Instant at) {
        if (outcome != null) {
            throw Problem.conflict("It is decided already: " + outcome.code() + ".");
        }
        if (decided == Outcome.REFUSED && (why == null || why.isBlank())) {
            throw Problem.invalid("/reason", "required", "Say why it is refused; who asked will read it.");
        }
        outcome = decided;
        reason = why;
        decider = by;
        decidedAt = at;
    }

    /** A committee decided it in this meeting. */
    void decidedIn(UUID meeting) {
        decidedIn = meeting;
    }

    public ApprovalStatus status() {
        return outcome == null ? ApprovalStatus.WAITING : ApprovalStatus.valueOf(outcome.name());
    }

    /** As it is told. */
    public ApprovalSummary summary() {
        return new ApprovalSummary(
                id,
                decision,
                subjectId,
                decision.link(subjectId),
                title,
                schoolUrn,
                status(),
                body,
                requester.id(),
                requester.name(),
                requestedAt,
                comment,
                decider == null ? null : decider.name(),
                decidedAt,
                reason,
                decidedIn,
                amount);
    }

    @Override
    public @Nullable Integer schoolUrn() {
        return schoolUrn;
    }

    public UUID id() {
        return id;
    }

    public Body body() {
        return body;
    }

    String title() {
        return title;
    }

    boolean isWithheld() {
        return withheld;
    }

    DelegationRule rule() {
        return rule;
    }

    public Decision decision() {
        return decision;
    }

    public UUID subjectId() {
        return subjectId;
    }

    public UUID requesterId() {
        return requester.id();
    }
}
