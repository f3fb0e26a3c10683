package org.uplift.need;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "An indicator of a school in a term, for the heat map.")
record NeedCell(
        @Schema(examples = "RWM_ENGLAND") String indicatorCode,

        @Schema(
                description = "As it is shown; absent where it could not be computed",
                examples = "−14.0 percentage points")
        @Nullable
        String display,

        @Schema(description = "What it contributes to the need", examples = "10.5")
        BigDecimal contribution,

        @Schema(description = "What it could", examples = "15")
        BigDecimal maximum,

        @Schema(description = "How much of it; absent where it could not be computed") @Nullable
        NeedBand band,

        @Schema(description = "Since the term before; absent where that is not known") @Nullable
        NeedChange change) {}
