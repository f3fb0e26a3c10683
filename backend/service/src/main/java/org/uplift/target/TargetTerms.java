package org.uplift.target;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.uplift.school.AcademicYear;

/** What people say of a target. */
@Schema(name = "NewTarget", description = "A target of a priority, as people set it.", examples = """
        {"measureCode": "KS2_RWM_EXP", "cohort": "6", "pupilGroup": "ALL", "baselineValue": 48.3,
         "baselineDate": "2026-07-31", "targetValue": 54.3, "dueDate": "2027-07-31",
         "trajectory": [{"date": "2026-12-18", "value": 50.1}, {"date": "2027-03-31", "value": 52.5}]}""")
record TargetTerms(
        @Schema(description = "One of those of `/measures`", examples = "KS2_RWM_EXP") @NotNull @Size(max = 50)
        String measureCode,

        @Schema(description = "A year group (N1, N2, R, 1 to 13), or ALL", examples = "6")
        @NotNull
        @Pattern(
                regexp = "^(ALL|N1|N2|R|[1-9]|1[0-3])$",
                message = "must be ALL, N1, N2, R or a year group from 1 to 13")
        String cohort,

        @Schema(description = "Code of a group of pupils", examples = "DISADVANTAGED") @NotNull @Size(max = 50)
        String pupilGroup,

        @Schema(description = "In the unit of the measure", examples = "60.0")
        @NotNull
        @DecimalMin("-1000000")
        @DecimalMax("1000000")
        BigDecimal baselineValue,

        @Schema(examples = "2025-09-01") @NotNull LocalDate baselineDate,

        @Schema(description = "In the unit of the measure", examples = "70.0")
        @NotNull
        @DecimalMin("-1000000")
        @DecimalMax("1000000")
        BigDecimal targetValue,

        @Schema(examples = "2026-07-31") @NotNull LocalDate dueDate,

        @Schema(description = "Academic year of the result that decides; that of the due date when absent") @Nullable
        AcademicYear dueAcademicYear,

        @Schema(
                description =
                        "Assessment point of the result that decides: autumn, spring or summer; summer when absent",
                examples = "summer")
        @Pattern(regexp = "^(autumn|spring|summer)$", message = "must be autumn, spring or summer")
        @Nullable
        String dueAssessmentPoint,

        @Schema(description = "What is expected on the way, by date") @Size(max = 50) @Nullable
        List<@NotNull @Valid TrajectoryPoint> trajectory,

        @Schema(
                description = "Add a note instead: what is sent here becomes one, unless the newest note says the same",
                deprecated = true)
        @Size(max = 5000)
        @Nullable
        String narrative) {

    AcademicYear dueYear() {
        return dueAcademicYear == null ? AcademicYear.of(dueDate) : dueAcademicYear;
    }

    String duePoint() {
        return dueAssessmentPoint == null ? "summer" : dueAssessmentPoint;
    }

    /** Whether it aims at the same, on whichever way. */
    boolean aimsAs(TargetTerms other) {
        return measureCode.equals(other.measureCode)
                && cohort.equals(other.cohort)
                && pupilGroup.equals(other.pupilGroup)
                && baselineValue.compareTo(other.baselineValue) == 0
                && baselineDate.equals(other.baselineDate)
                && targetValue.compareTo(other.targetValue) == 0
                && dueDate.equals(other.dueDate)
                && dueYear().equals(other.dueYear())
                && duePoint().equals(other.duePoint());
    }

    List<TrajectoryPoint> points() {
        return trajectory == null ? List.of() : trajectory;
    }
}
