package org.uplift.target;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "The newest actual after the baseline.")
public record LatestActual(
        LocalDate date,
        @Schema(description = "Unrounded") BigDecimal value,

        @Schema(description = "As it is shown beside the status", examples = "61.5")
        String display,

        @Schema(description = "provisional, revised or final", examples = "provisional")
        String resultStatus) {}
