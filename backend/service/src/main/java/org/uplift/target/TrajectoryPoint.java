package org.uplift.target;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is expected on a date. */
@Schema(description = "What is expected on a date between the baseline and the target.")
record TrajectoryPoint(
        @NotNull LocalDate date,

        @Schema(examples = "62.0") @NotNull @DecimalMin("-1000000") @DecimalMax("1000000")
        BigDecimal value) {
    @Override
    public String toString() {
        return date + " " + value.stripTrailingZeros().toPlainString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TrajectoryPoint point
                && date.equals(point.date)
                && value.compareTo(point.value) == 0;
    }

    @Override
    public int hashCode() {
        return date.hashCode();
    }
}
