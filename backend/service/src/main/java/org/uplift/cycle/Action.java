package org.uplift.cycle;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Person;
import org.uplift.access.SchoolOwned;
import org.uplift.platform.Problem;
import org.uplift.platform.Words;
import org.uplift.thing.Reference;
import org.uplift.thing.ThingKind;

/** Something that is done for a priority. Its status is what was last reported; whether it is overdue follows. */
@Entity
public class Action implements SchoolOwned {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Priority priority;

    private @Nullable Integer schoolUrn;
    private String title;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Person lead;

    private @Nullable String leadRole;
    private @Nullable LocalDate startsOn;
    private @Nullable LocalDate dueOn;
    private @Nullable String successCriterion;
    private @Nullable BigDecimal cost;

    @Enumerated(EnumType.STRING)
    private ActionStatus status;

    private @Nullable LocalDate doneOn;
    private @Nullable LocalDate endedOn;
    private @Nullable String endReason;

    @Enumerated(EnumType.STRING)
    private @Nullable CarryForward carryForward;

    @Version
    private int version;

    protected Action() {}

    Action(Priority priority, ActionTerms terms, @Nullable Person lead) {
        priority.requireOpen();
        this.priority = priority;
        schoolUrn = priority.schoolUrn();
        status = ActionStatus.PLANNED;
        take(terms, lead);
    }

    /** Takes what people say now; the lead is the person whom the terms name. */
    void change(ActionTerms terms, @Nullable Person leading) {
        requireOpen();
        take(terms, leading);
    }

    private void take(ActionTerms terms, @Nullable Person leading) {
        if (leading != null && terms.leadRole() != null) {
            throw Problem.invalid("/leadRole", "two-leads", "The lead is a person or a role, not both.");
        }
        LocalDate from = terms.startsOn();
        LocalDate until = terms.dueOn();
        if (from != null && until != null && until.isBefore(from)) {
            throw Problem.invalid(
                    "/dueOn",
                    "before-start",
                    "It would be due on " + Words.day(until) + ", before it starts on " + Words.day(from) + ".");
        }
        title = terms.title().strip();
        lead = leading;
        leadRole = terms.leadRole();
        startsOn = from;
        dueOn = until;
        successCriterion = terms.successCriterion();
        cost = terms.cost();
        carryForward = terms.carryForward();
    }

    /** The action that goes on with this one for another priority: planned anew, its dates open. */
    public Action carriedTo(Priority next) {
        return new Action(next, new ActionTerms(title, null, leadRole, null, null, successCriterion, cost, null), lead);
    }

    /** Takes what was reported on a day. */
    void report(@Nullable ActionStatus reported, LocalDate today) {
        requireOpen();
        if (reported != null && reported != status) {
            status = reported;
            doneOn = reported == ActionStatus.DONE ? today : null;
        }
    }

    /** Ends it before it is done. What was planned and reported stays known. */
    void end(String reason, LocalDate today) {
        requireOpen();
        if (status == ActionStatus.DONE) {
            throw Problem.conflict("The action is done; only one that is not is ended.");
        }
        endedOn = today;
        endReason = reason.strip();
    }

    /** Refuses with 409 to change what is ended, and anything of an ended priority or a closed cycle. */
    void requireOpen() {
        priority.requireOpen();
        if (endedOn != null) {
            throw Problem.conflict("The action was ended on " + Words.day(endedOn) + ", it can only be read.");
        }
    }

    ActionTerms terms() {
        return new ActionTerms(
                title,
                lead == null ? null : lead.id(),
                leadRole,
                startsOn,
                dueOn,
                successCriterion,
                cost,
                carryForward);
    }

    @Override
    public @Nullable Integer schoolUrn() {
        return schoolUrn;
    }

    UUID id() {
        return id;
    }

    Reference reference() {
        return new Reference(ThingKind.ACTION, id, priority.cycle().id());
    }

    public Priority priority() {
        return priority;
    }

    String title() {
        return title;
    }

    ActionStatus status() {
        return status;
    }

    int version() {
        return version;
    }
}
