package org.uplift.target;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.uplift.outcome.Actual;

@Schema(description = "What a measure was on a date, as you may see it.", examples = """
        {"date": "2025-07-07", "value": 51.724138, "resultStatus": "final", "cohortSize": 29}""")
public record SeriesPoint(
        LocalDate date,

        @Schema(description = "Unrounded; absent where a symbol stands instead") @Nullable
        BigDecimal value,

        @Schema(description = "provisional, revised or final", examples = "final")
        String resultStatus,

        @Schema(description = "c suppressed, z not applicable, x not available", examples = "c") @Nullable
        String symbol,

        @Schema(description = "How many pupils it is about") @Nullable
        Integer cohortSize) {

    static SeriesPoint of(Actual actual) {
        return new SeriesPoint(
                actual.date(), actual.value(), actual.resultStatus(), actual.symbol(), actual.cohortSize());
    }
}
