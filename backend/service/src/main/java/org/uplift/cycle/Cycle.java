package org.uplift.cycle;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;
import org.uplift.access.SchoolOwned;
import org.uplift.platform.Problem;
import org.uplift.platform.ProblemType;
import org.uplift.school.AcademicYear;

/** What a school, or the trust when there is no school, does in an academic year to improve. */
@Entity
@BatchSize(size = 200)
public class Cycle implements SchoolOwned {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    private @Nullable Integer schoolUrn;
    private int academicYear;

    @Enumerated(EnumType.STRING)
    private Stage stage;

    private @Nullable UUID approvalId;
    private @Nullable Instant arrangedAt;

    @Version
    private int version;

    protected Cycle() {}

    /** A cycle at its beginning. */
    Cycle(@Nullable Integer schoolUrn, AcademicYear academicYear) {
        this.schoolUrn = schoolUrn;
        this.academicYear = academicYear.start();
        stage = Stage.PLANNING;
    }

    /**
     * Goes to another stage.
     *
     * @param blockers what its gate still misses
     */
    void move(Stage to, @Nullable String reason, List<Blocker> blockers) {
        if (to == stage) {
            throw Problem.conflict("The cycle is in " + stage.words() + " already.");
        }
        if (stage.back().contains(to)) {
            if (reason == null || reason.isBlank()) {
                throw Problem.invalid(
                        "/reason", "required", "Say why the cycle goes back to " + to.words() + "; it is recorded.");
            }
        } else if (stage == Stage.CLOSED) {
            throw closed();
        } else if (!blockers.isEmpty()) {
            throw Problem.with(
                    ProblemType.STAGE_BLOCKED,
                    "The cycle stays in " + stage.words() + ": "
                            + blockers.getFirst().message()
                            + (blockers.size() == 1 ? "" : " And " + (blockers.size() - 1) + " more."),
                    "blockers",
                    blockers);
        }
        stage = to;
        if (to.isBefore(Stage.IMPLEMENTING)) {
            approvalId = null;
        }
    }

    /** Has its priorities in another order from now on, which is a change of the cycle. */
    void arrange(Instant at) {
        requireOpen();
        arrangedAt = at;
    }

    /** Goes on under an approval, until the plan is taken back. */
    void approve(UUID approval) {
        requireApprovable();
        approvalId = approval;
    }

    /** Refuses with 409 to ask for approval of a plan that is not to be carried out next, or is approved. */
    void requireApprovable() {
        requireOpen();
        if (stage != Stage.TARGET_SETTING) {
            throw Problem.conflict(
                    "The plan is approved while its targets are set; the cycle is in " + stage.words() + ".");
        }
        if (approvalId != null) {
            throw Problem.conflict("The plan is approved already.");
        }
    }

    /** Refuses with 409 to change anything in a closed cycle. */
    public void requireOpen() {
        if (stage == Stage.CLOSED) {
            throw closed();
        }
    }

    /** Refuses with 409 to evaluate what is still carried out, or is closed. */
    public void requireEvaluating() {
        requireOpen();
        if (stage != Stage.EVALUATING) {
            throw Problem.conflict(
                    "Priorities are evaluated while their cycle is evaluating; this one is in " + stage.words() + ".");
        }
    }

    /** The cycle of the next academic year, at its beginning; refuses with 409 to begin it before this one is closed. */
    public Cycle successor() {
        if (stage != Stage.CLOSED) {
            throw Problem.conflict("The next cycle begins from the evaluation of this one when it is closed; it is in "
                    + stage.words() + ".");
        }
        return new Cycle(schoolUrn, academicYear().next());
    }

    private static Problem closed() {
        return Problem.conflict(
                "The cycle is closed, it can only be read; a trust leader can reopen it for evaluating, with a reason.");
    }

    @Override
    public @Nullable Integer schoolUrn() {
        return schoolUrn;
    }

    public UUID id() {
        return id;
    }

    public AcademicYear academicYear() {
        return new AcademicYear(academicYear);
    }

    @Nullable
    UUID approvalId() {
        return approvalId;
    }

    /** Whether a part of it was there when its approval was asked for, and is approved with it. Their ids tell when they were made. */
    public boolean isApproved(UUID part) {
        return approvalId != null && madeAt(part) <= madeAt(approvalId);
    }

    /** The milliseconds with which an id of version 7 begins. */
    private static long madeAt(UUID id) {
        return id.getMostSignificantBits() >>> Short.SIZE;
    }

    Stage stage() {
        return stage;
    }

    public int version() {
        return version;
    }

    /** How it is called in messages. */
    public String label() {
        return (schoolUrn == null ? "the trust's cycle" : "the cycle") + " of " + academicYear();
    }
}
