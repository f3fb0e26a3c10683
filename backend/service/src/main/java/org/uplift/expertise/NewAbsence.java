package org.uplift.expertise;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.uplift.platform.Problem;
import org.uplift.platform.Words;

/** Days on which somebody cannot come. */
@Schema(description = "Days on which you cannot come. Why is not asked.")
record NewAbsence(
        @Schema(description = "The first day", examples = "2026-05-11") @NotNull
        LocalDate from,

        @Schema(description = "The last day", examples = "2026-05-22") @NotNull
        LocalDate until) {

    void check() {
        if (until.isBefore(from)) {
            throw Problem.invalid(
                    "/until", "before-start", Words.day(until) + " is before " + Words.day(from) + ", the first day.");
        }
        if (until.isAfter(from.plusYears(1))) {
            throw Problem.invalid("/until", "too-long", "Who is away for more than a year offers nothing for now.");
        }
    }
}
