package org.uplift.committee;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "An answer to a challenge.")
record NewAnswer(
        @Schema(examples = "Two families were away for a month; without them it has fallen as planned.")
        @NotBlank
        @Size(max = 8000)
        String text) {}
