package org.uplift.inspection;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a code list of a framework.
 *
 * @param pattern for a type, how published files spell it
 */
@Schema(name = "InspectionCode", description = "One entry of a code list of an inspection framework.")
record Code(
        @Schema(examples = "strong-standard") String code,
        @Schema(examples = "Strong standard") String label,

        @Schema(
                description =
                        "First day of an inspection for which it can be used; as far back as is known when absent")
        @Nullable
        LocalDate validFrom,

        @Schema(description = "Last day of an inspection for which it can be used; still in use when absent") @Nullable
        LocalDate validTo,

        @Schema(
                description =
                        "Of a grade: false when it says why there is no grade. Of a type: whether it can give grades")
        @Nullable
        Boolean judges,

        @Schema(description = "Of a type: whether it ends in an outcome in words") @Nullable
        Boolean outcome,

        @Schema(description = "Of a grade or safeguarding: whether it puts the school in a category of concern")
        @Nullable
        Boolean concern,

        @Schema(description = "Of an area: judged only in schools that have it") @Nullable
        Boolean whereItApplies,

        @Schema(description = "Of an outcome in words: the grade that it implies, when it does") @Nullable
        String impliedGrade,

        @JsonIgnore @Schema(hidden = true) @Nullable Pattern pattern) {

    boolean validOn(LocalDate day) {
        return (validFrom == null || !day.isBefore(validFrom)) && (validTo == null || !day.isAfter(validTo));
    }

    /** Whether a text, as a person or a published file writes it, means this entry. */
    boolean isMeantBy(String text) {
        return text.equalsIgnoreCase(code) || text.equalsIgnoreCase(label);
    }
}
