package org.uplift.target;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is expected on a date. */
@Schema(description = "What is expected on a date between the baseline and the target.")
public record TrajectoryPoint(
        @NotNull LocalDate date,

        @Schema(examples = "62.0") @NotNull @DecimalMin("-1000000") @DecimalMax("1000000")
        BigDecimal value) {
    @Override
    public String toString() {
        return date + " " + value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TrajectoryPoint point
                && Objects.equals(date, point.date)
                && (value == null || point.value == null ? value == point.value : value.compareTo(point.value) == 0);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(date);
    }
}
