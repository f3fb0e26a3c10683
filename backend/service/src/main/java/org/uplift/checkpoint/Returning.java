package org.uplift.checkpoint;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "CheckpointReturn", description = "Why a checkpoint goes back to its draft.")
record Returning(
        @Schema(description = "It is recorded", examples = "The judgement of maths lacks the books of year 6")
        @NotBlank
        @Size(max = 2000)
        String reason) {}
