package org.uplift.need;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Person;
import org.uplift.access.SchoolOwned;
import org.uplift.delegation.Approval;
import org.uplift.term.TermOfYear;

/** A level that somebody has set, or asked for, instead of the computed one. What was said stays as it was said. */
@Entity
@Immutable
public class NeedModeration implements SchoolOwned {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private NeedAssessment assessment;

    private Integer schoolUrn;
    private String level;
    private @Nullable String computedLevel;
    private @Nullable String rationale;
    private UUID personId;
    private String author;
    private Instant at;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Approval approval;

    protected NeedModeration() {}

    NeedModeration(
            NeedAssessment assessment,
            NeedLevel level,
            @Nullable String rationale,
            Person author,
            Instant at,
            @Nullable Approval approval) {
        this.assessment = assessment;
        schoolUrn = assessment.schoolUrn();
        this.level = level.code();
        computedLevel = assessment.computedLevel();
        this.rationale = rationale;
        personId = author.id();
        this.author = author.name();
        this.at = at;
        this.approval = approval;
    }

    /** Whether it goes back to what was computed. */
    boolean isReturn() {
        return level.equals(computedLevel);
    }

    private ModerationState state() {
        return switch (approval == null ? null : approval.status()) {
            case WAITING -> ModerationState.WAITING;
            case REFUSED -> ModerationState.REFUSED;
            case WITHDRAWN -> ModerationState.WITHDRAWN;
            case null, default -> assessment.isModeratedBy(this) ? ModerationState.IN_FORCE : ModerationState.PAST;
        };
    }

    /** Whether why is written in the chronology of a restricted concern, and not here. */
    boolean isRestricted() {
        return rationale == null;
    }

    /**
     * As it is told.
     *
     * @param concern the restricted concern that it rests on, for a reader who may see that
     */
    ModerationLine line(Levels levels, @Nullable UUID concern) {
        boolean told = !isRestricted() || concern != null;
        TermOfYear term = assessment.term();
        NeedLevel wanted = levels.get(level);
        NeedLevel computed = levels.get(computedLevel);
        return new ModerationLine(
                id,
                assessment.id(),
                term.academicYear(),
                term.term(),
                level,
                wanted == null ? level : wanted.label(),
                computedLevel,
                computed == null ? null : computed.label(),
                rationale,
                concern,
                told ? personId : null,
                told ? author : null,
                at,
                state(),
                approval == null || !told ? null : approval.summary());
    }

    @Override
    public Integer schoolUrn() {
        return schoolUrn;
    }

    public UUID id() {
        return id;
    }

    @Nullable
    String computedLevel() {
        return computedLevel;
    }

    public String level() {
        return level;
    }
}
