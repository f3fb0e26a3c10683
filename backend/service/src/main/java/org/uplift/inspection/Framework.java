package org.uplift.inspection;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An inspection framework with everything that an inspection under it can say.
 *
 * @param typesByRecognition the types in the order in which a spelling is tried on them
 */
@Schema(name = "InspectionFramework", description = "An inspection framework and its code lists.")
record Framework(
        @Schema(examples = "report-card") String code,
        String label,
        @Schema(examples = "Ofsted") String inspectorate,

        @Schema(description = "First day of an inspection under it") @Nullable
        LocalDate validFrom,

        @Schema(description = "Last day on which an inspection under it could begin") @Nullable
        LocalDate validTo,

        @Schema(description = "Last first-day of an inspection that has an overall effectiveness; absent when none has")
        @Nullable
        LocalDate overallEffectivenessUntil,

        List<Code> inspectionTypes,
        List<Code> areas,
        List<Code> grades,
        List<Code> safeguarding,
        List<Code> categoriesOfConcern,

        @Schema(description = "What ungraded inspections end in")
        List<Code> ungradedOutcomes,

        @JsonIgnore @Schema(hidden = true) List<Code> typesByRecognition) {

    /** The code of the frameworks with four grades, until November 2025. */
    static final String GRADED = "graded-judgements";

    /** The code of the report card, from November 2025. */
    static final String REPORT_CARD = "report-card";

    boolean validOn(LocalDate day) {
        return (validFrom == null || !day.isBefore(validFrom)) && (validTo == null || !day.isAfter(validTo));
    }

    boolean givesOverallEffectiveness(LocalDate startDate) {
        return overallEffectivenessUntil != null && !startDate.isAfter(overallEffectivenessUntil);
    }

    Optional<Code> inspectionType(String text) {
        return find(inspectionTypes, text);
    }

    Optional<Code> grade(String text) {
        return find(grades, text);
    }

    /** The type that a spelling of a published file means; the catch-all when it is none that we know. */
    Code recognised(String spelling) {
        return typesByRecognition.stream()
                .filter(type -> type.pattern() != null
                        && type.pattern().matcher(spelling).find())
                .findFirst()
                .orElseThrow();
    }

    static Optional<Code> find(List<Code> list, String text) {
        return list.stream().filter(code -> code.isMeantBy(text)).findFirst();
    }
}
