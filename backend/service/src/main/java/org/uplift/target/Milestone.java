package org.uplift.target;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.Hibernate;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;
import org.uplift.access.SchoolOwned;
import org.uplift.cycle.Priority;
import org.uplift.platform.Problem;
import org.uplift.platform.Words;

/** Something that a priority wants to be there by a date, without a number. Checkpoints judge it. */
@Entity
@Table(name = "target")
@SQLRestriction("milestone is not null")
public class Milestone implements SchoolOwned {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Priority priority;

    private @Nullable Integer schoolUrn;
    private String milestone;
    private LocalDate dueDate;
    private @Nullable LocalDate endedOn;
    private @Nullable String endReason;

    @Version
    private int version;

    protected Milestone() {}

    Milestone(Priority priority, MilestoneTerms terms) {
        priority.requireOpen();
        this.priority = priority;
        schoolUrn = priority.schoolUrn();
        take(terms);
    }

    /** Takes what people say now. */
    void change(MilestoneTerms terms) {
        requireOpen();
        take(terms);
    }

    private void take(MilestoneTerms terms) {
        milestone = terms.milestone().strip();
        dueDate = terms.dueDate();
    }

    /** Ends it: it stays as it is, and is no longer worked towards. */
    void end(LocalDate day, String reason) {
        requireOpen();
        endedOn = day;
        endReason = reason.strip();
    }

    /** Refuses with 409 where the cycle is closed, or the priority or the milestone has ended. */
    void requireOpen() {
        priority.requireOpen();
        if (endedOn != null) {
            throw Problem.conflict("The milestone ended on " + Words.day(endedOn) + "; set another.");
        }
    }

    MilestoneTerms terms() {
        return new MilestoneTerms(milestone, dueDate);
    }

    @Override
    public @Nullable Integer schoolUrn() {
        return schoolUrn;
    }

    UUID id() {
        return id;
    }

    @Nullable
    LocalDate endedOn() {
        return endedOn;
    }

    @Nullable
    String endReason() {
        return endReason;
    }

    /** Fetches its cycle, and with it those of all milestones that came in the same query. */
    void fetch() {
        Hibernate.initialize(priority.cycle());
    }

    Priority priority() {
        return priority;
    }

    int version() {
        return version;
    }

    /** How it is called in messages. */
    String label() {
        return "the milestone \"" + milestone + "\" by " + Words.day(dueDate);
    }
}
