package org.uplift.commission;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.uplift.platform.Problem;
import org.uplift.school.AcademicYear;
import org.uplift.term.TermName;
import org.uplift.term.TermOfYear;

@Schema(
        name = "NewCommissionChange",
        description =
                "A change of what was agreed. What is absent stays; days are those of one term, named with its year.")
record NewChange(
        @Schema(description = "The new last day") @Nullable LocalDate endsOn,
        @Nullable AcademicYear academicYear,
        @Nullable TermName term,

        @Schema(description = "How many days in that term, instead of what was agreed", examples = "5")
        @DecimalMin("0.25")
        @Max(60)
        @Digits(integer = 2, fraction = 2)
        @Nullable
        BigDecimal days,

        @Schema(description = "The new cost of external support, in pounds")
        @DecimalMin("0")
        @Digits(integer = 8, fraction = 2)
        @Nullable
        BigDecimal cost,

        @Schema(description = "Why", examples = "A new teacher has joined the year group.") @NotBlank @Size(max = 2000)
        String reason) {

    /** Refuses with 422 what changes nothing, or days without their term. */
    void check() {
        if (endsOn == null && days == null && cost == null) {
            throw Problem.invalid(
                    "/days", "required", "Say what is to change: the last day, the days of a term or the cost.");
        }
        if ((days == null) != (term == null) || (days == null) != (academicYear == null)) {
            throw Problem.invalid(
                    "/term", "required", "Days are those of one term; name its academic year and the term.");
        }
    }

    @Nullable
    TermOfYear termOfYear() {
        return academicYear == null || term == null ? null : new TermOfYear(academicYear, term);
    }
}
