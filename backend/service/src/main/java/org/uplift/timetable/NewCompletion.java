package org.uplift.timetable;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "That an activity was held, or that what was due is there.")
record NewCompletion(
        @Schema(description = "Today or earlier", examples = "2026-11-12") @NotNull
        LocalDate heldOn,

        @Schema(description = "The schools that took part, for an activity of the trust", examples = "[900001, 900002]")
        @Size(max = 1000)
        @Nullable
        List<@NotNull Integer> schoolUrns) {}
