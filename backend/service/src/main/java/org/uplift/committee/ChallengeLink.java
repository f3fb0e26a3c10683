package org.uplift.committee;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "What a challenge is about; never a concern.")
record ChallengeLink(
        @NotNull LinkKind kind,

        @Schema(description = "The id of the priority or target, or the code of the measure", examples = "KS2_RWM_EXP")
        @NotBlank
        @Size(max = 64)
        String id,

        @Schema(description = "What it was called when the challenge was raised; set by Uplift")
        @Size(max = 500)
        @Nullable
        String title) {}
