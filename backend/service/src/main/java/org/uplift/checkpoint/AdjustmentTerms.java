package org.uplift.checkpoint;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What people say of a small improvement. */
@Schema(name = "NewAdjustment", description = "A small improvement, as people write it.")
record AdjustmentTerms(
        @Schema(description = "What was noticed", examples = "Corrections in maths books are rarely followed up")
        @NotBlank
        @Size(max = 2000)
        String noticed,

        @Schema(description = "At which checkpoint of the same cycle, if at one") @Nullable
        UUID checkpointId,

        @Schema(description = "What is done differently", examples = "Ten minutes for corrections begin each lesson")
        @NotBlank
        @Size(max = 2000)
        String change,

        @Schema(description = "What is to come of it", examples = "Nine in ten corrections are done")
        @NotBlank
        @Size(max = 2000)
        String expectedEffect,

        @Schema(description = "By when", examples = "2026-03-31") @NotNull
        LocalDate expectedBy,

        @Schema(description = "What came of it; needed to keep it") @Size(max = 2000) @Nullable
        String effectSeen) {}
