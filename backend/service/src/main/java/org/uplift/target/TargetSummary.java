package org.uplift.target;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.uplift.outcome.Measure;
import org.uplift.school.AcademicYear;

@Schema(name = "Target", description = "A target of a priority, with its status as computed today.", examples = """
        {"id": "01a227a0-5569-76ff-8018-8331538b946e", "priorityId": "01a227a0-54f9-70b4-aad8-5ea0aba2b7f7",
         "cycleId": "01a227a0-54d3-719e-8589-44b84dfd3be2", "schoolUrn": 900001, "measureCode": "KS2_RWM_EXP",
         "measureLabel": "Reading, writing and maths: expected standard", "cohort": "6", "pupilGroup": "ALL",
         "baselineValue": 48.3, "baselineDate": "2026-07-31", "targetValue": 54.3, "dueDate": "2027-07-31",
         "dueAcademicYear": "2026/2027", "dueAssessmentPoint": "summer",
         "trajectory": [{"date": "2026-12-18", "value": 50.1}, {"date": "2027-03-31", "value": 52.5}],
         "status": "off-track",
         "statusReason": "Reading, writing and maths: expected standard: actual 48 on 6 November 2026, expected 50, short \
        by 2, more than the tolerance of 1.",
         "latestActual": {"date": "2026-11-06", "value": 48.275862, "display": "48", "resultStatus": "provisional"},
         "expected": 50, "tolerance": 1, "outdated": false, "direction": "falling", "approved": true, "version": 0}""")
public record TargetSummary(
        UUID id,
        UUID priorityId,
        UUID cycleId,

        @Schema(description = "Absent in the cycle of the trust", examples = "900001") @Nullable
        Integer schoolUrn,

        @Schema(examples = "KS2_RWM_EXP") String measureCode,
        String measureLabel,

        @Schema(description = "A year group, or ALL", examples = "6")
        String cohort,

        @Schema(description = "Code of a group of pupils", examples = "ALL")
        String pupilGroup,

        BigDecimal baselineValue,
        LocalDate baselineDate,
        BigDecimal targetValue,
        LocalDate dueDate,
        AcademicYear dueAcademicYear,

        @Schema(description = "autumn, spring or summer", examples = "summer")
        String dueAssessmentPoint,

        @Schema(description = "What is expected on the way, oldest first")
        List<TrajectoryPoint> trajectory,

        @Schema(description = "The newest note; read the notes instead", deprecated = true) @Nullable
        String narrative,

        @Schema(description = "Computed") Status status,

        @Schema(description = "One sentence with the figures that the status was computed from")
        String statusReason,

        @Schema(description = "Absent without one, and for readers who may not see it") @Nullable
        LatestActual latestActual,

        @Schema(description = "What the status compares with, as shown; absent without an actual") @Nullable
        BigDecimal expected,

        @Schema(description = "How far short of that still is at risk, as shown")
        BigDecimal tolerance,

        @Schema(description = "Rows of the school have come in that the status may not count yet; it does in a moment")
        boolean outdated,

        @Schema(description = "Where the last three actuals go; absent with fewer") @Nullable
        Direction direction,

        @Schema(description = "When it was ended; absent while it is worked towards") @Nullable
        LocalDate endedOn,

        @Schema(description = "Why it was ended") @Nullable String endReason,

        @Schema(
                description =
                        "Whether it was approved with the plan: who decides on plans changes what it aims at, everybody else takes"
                                + " the plan back to target setting")
        boolean approved,

        @Schema(description = "Revision of what people set, as in the ETag; the status has none")
        int version) {

    /** Whether the result for the due point should have come by now. */
    public boolean lacksResult() {
        return status == Status.NO_DATA && statusReason.contains(": " + TargetStatus.RESULT_OVERDUE);
    }

    static TargetSummary of(
            Target target, @Nullable String narrative, Measure measure, TargetStatus status, boolean outdated) {
        TargetTerms terms = target.terms(narrative);
        return new TargetSummary(
                target.id(),
                target.priority().id(),
                target.priority().cycle().id(),
                target.schoolUrn(),
                terms.measureCode(),
                measure.label(),
                terms.cohort(),
                terms.pupilGroup(),
                terms.baselineValue(),
                terms.baselineDate(),
                terms.targetValue(),
                terms.dueDate(),
                terms.dueYear(),
                terms.duePoint(),
                terms.points(),
                terms.narrative(),
                status.status(),
                status.reason(),
                LatestActual.of(status),
                status.expected(),
                status.tolerance(),
                outdated,
                status.direction(),
                target.endedOn(),
                target.endReason(),
                target.priority().cycle().isApproved(target.id()),
                target.version());
    }
}
