package org.uplift.checkpoint;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "AdjustmentDecision", description = "Whether a small improvement is kept, and why.")
record Decision(
        @Schema(description = "kept or dropped", examples = "kept") @NotNull
        AdjustmentStatus status,

        @Schema(description = "It is recorded", examples = "Nearly all corrections are done since February")
        @NotBlank
        @Size(max = 2000)
        String reason,

        @Schema(description = "What came of it, where it has not been said yet") @Size(max = 2000) @Nullable
        String effectSeen) {}
