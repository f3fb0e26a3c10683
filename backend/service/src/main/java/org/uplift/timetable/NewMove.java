package org.uplift.timetable;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "Another day for a planned activity.")
record NewMove(
        @Schema(description = "A weekday of the same academic year", examples = "2026-11-19") @NotNull
        LocalDate day,

        @Schema(
                description =
                        "true: later ones of the same type and place move by as many days too, each to the next school day from"
                                + " there on")
        @Nullable
        Boolean rest,

        @Schema(examples = "The reading lead is at a course") @Size(max = 500) @Nullable
        String reason) {}
