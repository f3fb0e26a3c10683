package org.uplift.target;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.uplift.outcome.Actual;

@Schema(description = "The newest actual after the baseline.")
public record LatestActual(
        LocalDate date,
        @Schema(description = "Unrounded") BigDecimal value,

        @Schema(description = "As it is shown beside the status", examples = "61.5")
        String display,

        @Schema(description = "provisional, revised or final", examples = "provisional")
        String resultStatus) {

    /** The one of a status; null where it has none that may be seen. */
    static @Nullable LatestActual of(TargetStatus status) {
        Actual latest = status.latest();
        return latest == null || latest.value() == null
                ? null
                : new LatestActual(
                        latest.date(), latest.value(), status.display(latest.value()), latest.resultStatus());
    }
}
