package org.uplift.concern;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.uplift.outcome.Suppression;

@Schema(
        description =
                "How many concerns of a school are open, as it is told to those who read none of them. Restricted ones are"
                        + " counted for nobody. One to five are suppressed, and so is what would tell them by subtraction.")
public record ConcernCounts(
        Integer schoolUrn,

        @Schema(description = "Open ones; absent where they are one to five") @Nullable
        Integer open,

        @Schema(
                description =
                        "Of them parent complaints; absent where they or the other concerns are one to five, or all of them"
                                + " are")
        @Nullable
        Integer complaints) {

    /** Those of a school, as they may be told. */
    static ConcernCounts of(Integer schoolUrn, int complaints, int others) {
        boolean apart = !isHidden(complaints) && !isHidden(others);
        return new ConcernCounts(
                schoolUrn, isHidden(complaints + others) ? null : complaints + others, apart ? complaints : null);
    }

    private static boolean isHidden(int count) {
        return count > 0 && count <= Suppression.THRESHOLD;
    }
}
