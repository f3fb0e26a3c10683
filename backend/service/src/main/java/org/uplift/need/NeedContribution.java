package org.uplift.need;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "An indicator of a school in a term: what it is, what it contributes, and why.")
record NeedContribution(
        @Schema(examples = "RWM_ENGLAND") String indicatorCode,

        @Schema(examples = "Reading, writing and maths against England")
        String label,

        @Schema(description = "Under which it is shown", examples = "Outcomes")
        String area,

        NeedSource source,

        @Schema(description = "The measures that it is computed from")
        List<String> measureCodes,

        @Schema(description = "Absent where it could not be computed", examples = "-14") @Nullable
        BigDecimal value,

        @Schema(
                description = "As it is shown; absent where it could not be computed",
                examples = "−14.0 percentage points")
        @Nullable
        String display,

        @Schema(
                description = "What it follows from, or why it could not be computed",
                examples = "48% here, 62% in England, summer 2025/2026.")
        String basis,

        @Schema(description = "As shown: from here on it contributes")
        String startsAt,

        @Schema(description = "As shown: from here on it contributes its maximum")
        String fullAt,

        @Schema(description = "What it contributes to the need; 0 where it could not be computed", examples = "10.5")
        BigDecimal contribution,

        @Schema(description = "What it could", examples = "15")
        BigDecimal maximum,

        @Schema(description = "How much of it; absent where it could not be computed") @Nullable
        NeedBand band,

        @Schema(description = "Since the term before; absent where that is not known") @Nullable
        NeedChange change,

        @Schema(description = "Absent where nothing would change because it contributes nothing") @Nullable
        Without without) {

    /** What would be so if it contributed nothing. */
    @Schema(
            name = "NeedWithout",
            description = "What the score and the computed level would be if it contributed nothing.")
    record Without(
            @Nullable BigDecimal score,
            @Nullable String level,
            @Nullable String levelLabel) {}
}
