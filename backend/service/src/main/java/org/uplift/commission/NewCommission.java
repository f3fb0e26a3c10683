package org.uplift.commission;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.uplift.platform.Problem;
import org.uplift.platform.Words;
import org.uplift.school.AcademicYear;
import org.uplift.term.TermName;
import org.uplift.term.TermOfYear;

/** Support that somebody asks for. */
@Schema(description = "Support that is asked for: for a school of the trust, or for one beyond it.")
record NewCommission(
        @Schema(
                description = "The school that is to be supported; absent for one beyond the trust",
                examples = "900001")
        @Min(100000)
        @Max(999999)
        @Nullable
        Integer schoolUrn,

        @Schema(description = "Who is supported beyond the trust; absent for a school of the trust")
        @Size(max = 200)
        @Nullable
        String beyond,

        @Schema(examples = "Phonics in year 1") @NotBlank @Size(max = 200)
        String title,

        @Schema(
                description = "What the supporter has to be good at: a code of `/specialisms`",
                examples = "early-reading")
        @NotBlank
        @Size(max = 50)
        String specialism,

        @Schema(
                description = "What is to be different afterwards",
                examples = "Every teacher of the key stage teaches phonics as the programme says.")
        @NotBlank
        @Size(max = 2000)
        String purpose,

        @Schema(examples = "2026-01-12") @NotNull LocalDate startsOn,

        @Schema(description = "The last day", examples = "2026-03-27") @NotNull
        LocalDate endsOn,

        @Schema(description = "How many days in which term") @NotNull @Size(min = 1, max = 6) @Valid
        List<@NotNull WantedDays> days,

        @Schema(
                description =
                        "What is to move by it; those of the priority's targets where it comes from a priority and nothing is said")
        @Size(max = 5)
        @Valid
        @Nullable
        List<@NotNull WantedMeasure> measures,

        @Schema(description = "What asks for it; absent where nothing in Uplift does") @Valid @Nullable
        Source source) {

    @Schema(name = "CommissionSource", description = "The need, the priority or the checkpoint that asks for support.")
    record Source(@NotNull SourceKind kind, @NotNull UUID id) {}

    @Schema(name = "WantedCommissionDays", description = "Days in one term.")
    record WantedDays(
            @NotNull AcademicYear academicYear,
            @NotNull TermName term,

            @Schema(examples = "4") @NotNull @DecimalMin("0.25") @Max(60) @Digits(integer = 2, fraction = 2)
            BigDecimal days) {
        TermOfYear termOfYear() {
            return new TermOfYear(academicYear, term);
        }
    }

    @Schema(name = "WantedCommissionMeasure", description = "A measure of the school for a cohort and a group.")
    record WantedMeasure(
            @Schema(examples = "PHONICS_Y1_WA") @NotBlank @Size(max = 50)
            String measureCode,

            @Schema(examples = "1") @NotBlank @Size(max = 10)
            String cohort,

            @Schema(examples = "ALL") @NotBlank @Size(max = 50)
            String pupilGroup) {}

    /** Refuses with 422 dates and days that do not go together. */
    void check(LocalDate today) {
        if ((schoolUrn == null) == (beyond == null || beyond.isBlank())) {
            throw Problem.invalid(
                    "/schoolUrn",
                    "required",
                    "Say either which school of the trust it is for, or who beyond the trust.");
        }
        if (endsOn.isBefore(startsOn)) {
            throw Problem.invalid(
                    "/endsOn",
                    "before-start",
                    Words.day(endsOn) + " is before " + Words.day(startsOn) + ", the first day.");
        }
        if (endsOn.isBefore(today)) {
            throw Problem.invalid("/endsOn", "in-past", Words.day(endsOn) + " is over.");
        }
        Set<TermOfYear> terms = new HashSet<>();
        for (int at = 0; at < days.size(); at++) {
            TermOfYear term = days.get(at).termOfYear();
            String path = "/days/" + at;
            if (term.lastDay().isBefore(startsOn) || term.firstDay().isAfter(endsOn)) {
                throw Problem.invalid(
                        path + "/term",
                        "outside",
                        Words.capital(term.words()) + " has no day from " + Words.day(startsOn) + " to "
                                + Words.day(endsOn) + ".");
            }
            if (!terms.add(term)) {
                throw Problem.invalid(path + "/term", "twice", Words.capital(term.words()) + " is there twice.");
            }
        }
    }
}
