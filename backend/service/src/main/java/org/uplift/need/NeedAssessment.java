package org.uplift.need;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Person;
import org.uplift.access.SchoolOwned;
import org.uplift.delegation.Approval;
import org.uplift.platform.Problem;
import org.uplift.platform.Words;
import org.uplift.term.TermOfYear;

/** How much support a school needs in a term, as it was computed, and the level that people have set instead. */
@Entity
@DynamicUpdate
public class NeedAssessment implements SchoolOwned {
    @Id
    private UUID id;

    private Integer schoolUrn;
    private int academicYear;
    private int term;
    private @Nullable String level;
    private @Nullable String floor;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable NeedModeration moderation;

    @Version
    private int version;

    protected NeedAssessment() {}

    /** One of a school as it was computed. */
    NeedAssessment(UUID id, int schoolUrn, TermOfYear term, @Nullable NeedLevel level, @Nullable String floor) {
        this.id = id;
        this.schoolUrn = schoolUrn;
        academicYear = term.academicYear().start();
        this.term = term.number();
        this.level = level == null ? null : level.code();
        this.floor = floor;
    }

    /** Refuses with 422 a level that cannot be set, or a reason that says too little; with 409 one that counts already. */
    void requireModerable(NeedLevel wanted, String rationale, Levels levels) {
        if (Words.written(rationale) < Words.SHORTEST_NARRATIVE) {
            throw Problem.invalid(
                    "/rationale",
                    "too-short",
                    "Say in " + Words.SHORTEST_NARRATIVE + " characters or more why the level is another one.");
        }
        if (floor != null && wanted.position() < levels.floor().position()) {
            throw Problem.invalid(
                    "/level",
                    "school-in-concern",
                    "The school is at least " + levels.floor().label() + ". " + floor);
        }
        if (wanted.equals(levels.inForce(levels.get(level), moderated(levels), floor != null))) {
            throw Problem.conflict("The level is " + wanted.label() + " already.");
        }
    }

    /**
     * A moderation of it; without an approval to wait for, it counts from now on.
     *
     * @param rationale why; nothing where that is written elsewhere, in the chronology of a restricted concern
     * @param approval what it waits for; nothing where the scheme of delegation lets the author decide
     */
    NeedModeration moderate(
            NeedLevel wanted, @Nullable String rationale, Person by, Instant at, @Nullable Approval approval) {
        return new NeedModeration(this, wanted, rationale, by, at, approval);
    }

    /** Has the level of a moderation from now on; one that goes back to the computed level leaves none. */
    void apply(NeedModeration decided) {
        moderation = decided.isReturn() ? null : decided;
    }

    public boolean isModeratedBy(NeedModeration one) {
        return moderation != null && moderation.id().equals(one.id());
    }

    private @Nullable NeedLevel moderated(Levels levels) {
        return moderation == null ? null : levels.get(moderation.level());
    }

    @Override
    public Integer schoolUrn() {
        return schoolUrn;
    }

    public UUID id() {
        return id;
    }

    public TermOfYear term() {
        return TermOfYear.of(academicYear, term);
    }

    /** As computed; none where too little could be. */
    @Nullable
    String computedLevel() {
        return level;
    }

    int version() {
        return version;
    }
}
