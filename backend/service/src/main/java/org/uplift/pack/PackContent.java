package org.uplift.pack;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.uplift.checkpoint.Judgement;
import org.uplift.committee.ChallengeStatus;
import org.uplift.need.NeedChange;
import org.uplift.school.AcademicYear;
import org.uplift.target.Status;

/** What a pack says, as it is frozen. It grows and never changes otherwise: packs of years ago are read by it. */
@Schema(
        description =
                "What a committee was told for a meeting: of its schools what each of its members may see, small numbers"
                        + " suppressed. It reads the same for ever.")
public record PackContent(
        UUID committeeId,
        String committeeName,
        UUID meetingId,
        LocalDate meetingDay,

        @Schema(description = "Hours and minutes", examples = "17:30")
        String startsAt,

        @Nullable String place,

        @Schema(description = "The day whose state it tells")
        LocalDate asAt,

        AcademicYear academicYear,

        @Schema(description = "What needs the committee first, the gravest first")
        List<ExceptionLine> exceptions,

        @Schema(description = "By name") List<SchoolPart> schools,

        @Schema(description = "Priorities of the trust's own plan; in packs of the trust board alone")
        List<PriorityPart> trust,

        @Schema(description = "Those that are not settled, and what was settled since the meeting before")
        List<ChallengePart> challenges,

        @Schema(description = "What was given to do in earlier meetings and is not done")
        List<ActionPart> actions,

        @Schema(description = "As prepared when the pack was built")
        List<ItemPart> agenda) {

    /** Something that needs the committee. */
    @Schema(name = "PackException", description = "Something that needs the committee.")
    public record ExceptionLine(
            ExceptionKind kind,

            @Schema(description = "Absent where it is about the trust or the committee", examples = "900001") @Nullable
            Integer schoolUrn,

            @Nullable String schoolName,
            @Schema(description = "What it is") String title,

            @Schema(description = "Why it stands here, with its figures")
            String why,

            @Schema(description = "Path in the app of what it is about", examples = "/schools/900001/need") @Nullable
            String link) {}

    /** A school. */
    @Schema(name = "PackSchool", description = "A school of the committee.")
    public record SchoolPart(
            int urn,
            String name,
            String phase,
            @Nullable Integer numberOnRoll,

            @Schema(description = "Absent where none has been assessed") @Nullable
            NeedPart need,

            @Schema(description = "The newest one; absent where none is known") @Nullable
            InspectionPart inspection,

            @Schema(description = "Open concerns by number, restricted ones left out")
            ConcernPart concerns,

            @Schema(description = "The quality process of the year")
            ProcessPart process,

            @Schema(description = "Of this year's plan, in its order")
            List<PriorityPart> priorities,

            @Schema(description = "The newest values, and those of the last summer")
            List<OutcomePart> outcomes) {}

    /** How much support a school needs. */
    @Schema(name = "PackNeed", description = "How much support a school needs.")
    public record NeedPart(
            @Schema(examples = "autumn 2026/2027") String term,
            @Schema(description = "From 0 to 100") @Nullable BigDecimal score,
            @Schema(examples = "intensive") @Nullable String level,
            @Schema(examples = "Intensive") @Nullable String levelLabel,

            @Schema(description = "The level a term before", examples = "Targeted") @Nullable
            String levelBefore,

            @Schema(description = "The level is higher than a term before")
            boolean risen,

            @Nullable NeedChange direction,

            @Schema(description = "Why it has at least the level of a school in concern") @Nullable
            String floor,

            @Schema(description = "What raised the risk of decline, a sentence each")
            List<String> risks) {}

    /** What an inspectorate said last. */
    @Schema(name = "PackInspection", description = "What an inspectorate said last.")
    public record InspectionPart(
            UUID id,
            @Schema(examples = "Full inspection") String type,
            @Schema(examples = "Report card") String framework,
            LocalDate startDate,

            @Schema(description = "Only where the inspectorate gave one") @Nullable
            String overall,

            @Schema(description = "What an ungraded one ended in") @Nullable
            String ungraded,

            @Nullable String safeguarding,

            @Schema(description = "Safeguarding was not met, or not effective")
            boolean safeguardingNotMet,

            @Nullable String categoryOfConcern,

            @Schema(description = "It was made at the URN that the school had before")
            boolean predecessor,

            List<GradePart> judgements) {}

    /** A grade. */
    @Schema(name = "PackGrade", description = "The grade of one area, in the words of the framework.")
    public record GradePart(String area, String grade) {}

    /** Concerns by number. */
    @Schema(
            name = "PackConcerns",
            description = "Open concerns as numbers, or the symbol c where they are one to five.")
    public record ConcernPart(
            @Schema(examples = "7") String open,

            @Schema(description = "Parent complaints among them", examples = "c")
            String complaints) {}

    /** The quality process of a school in the year. */
    @Schema(name = "PackProcess", description = "The quality process of a school in the year, by number.")
    public record ProcessPart(int done, int planned, int overdue, int missed) {}

    /** A priority with what is followed of it. */
    @Schema(name = "PackPriority", description = "A priority with its targets and how they stand.")
    public record PriorityPart(
            UUID id,
            UUID cycleId,
            String title,
            @Nullable String lead,

            @Schema(description = "What the newest signed checkpoint says of it") @Nullable
            JudgedPart judged,

            List<TargetPart> targets,
            List<MilestonePart> milestones,
            @Schema(description = "Actions that are done") int actionsDone,

            @Schema(description = "Actions that are not, and not late")
            int actionsOpen,

            @Schema(description = "Actions that are late") int actionsLate) {}

    /** What a signed checkpoint says. */
    @Schema(name = "PackJudgement", description = "What a signed checkpoint says of a priority.")
    public record JudgedPart(LocalDate day, String checkpoint, Judgement judgement) {}

    /** A target. */
    @Schema(name = "PackTarget", description = "A target and its computed status.")
    public record TargetPart(
            UUID id,

            @Schema(description = "The measure, and of whom", examples = "Reading: expected standard, year 6")
            String title,

            @Schema(examples = "62") String baseline,
            @Schema(examples = "75") String toReach,
            LocalDate dueDate,

            @Schema(description = "Absent without one, or where it is suppressed") @Nullable
            String latest,

            @Nullable LocalDate latestDay,

            @Schema(description = "What it is compared with") @Nullable
            String expected,

            Status status,

            @Schema(description = "The figures that it was computed from, in a sentence")
            String why,

            @Schema(description = "The result should have come")
            boolean resultOverdue) {}

    /** A milestone. */
    @Schema(name = "PackMilestone", description = "A target without a number.")
    public record MilestonePart(UUID id, String title, LocalDate dueDate, Status status, String why) {}

    /** The newest value of a measure. */
    @Schema(
            name = "PackOutcome",
            description = "The newest value of a measure, as shown; c suppressed, z not applicable, x not available.")
    public record OutcomePart(
            @Schema(examples = "KS2_RWM_EXP") String measureCode,
            String measure,

            @Schema(description = "Year group, or ALL", examples = "6")
            String cohort,

            AcademicYear academicYear,
            @Schema(examples = "summer") String assessmentPoint,
            @Schema(examples = "provisional") String resultStatus,
            @Schema(examples = "61%") String value,

            @Schema(description = "At the same point of the year before") @Nullable
            String before,

            @Schema(description = "Of the disadvantaged pupils") @Nullable
            String disadvantaged,

            @Nullable String england,
            @Nullable String localAuthority,

            @Schema(description = "Its whole 95 % confidence interval is on the worse side of England")
            boolean behindEngland) {
        /** Whether it is of the end of a year. */
        boolean isOfSummer() {
            return assessmentPoint.equals("summer");
        }
    }

    /** A challenge. */
    @Schema(name = "PackChallenge", description = "What a member asked, and how it stands.")
    public record ChallengePart(
            UUID id,
            String question,
            @Schema(description = "Who asked") String askedBy,
            @Schema(description = "Who is asked") String asked,
            @Nullable String schoolName,
            LocalDate raisedOn,
            LocalDate dueOn,

            ChallengeStatus status,

            @Schema(description = "The newest answer") @Nullable
            String answer) {}

    /** Something that was given to do. */
    @Schema(name = "PackAction", description = "What somebody was given to do in a meeting.")
    public record ActionPart(
            UUID id,
            UUID meetingId,
            String what,
            String who,
            @Nullable LocalDate dueOn,
            boolean overdue) {}

    /** An item of the agenda. */
    @Schema(name = "PackItem", description = "An item of the agenda. A confidential one is not named.")
    public record ItemPart(
            int position, String title, @Nullable String link) {}
}
