package org.uplift.delegation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What you say, as somebody who is consulted.")
record NewOpinion(
        @Schema(examples = "We support the plan, and ask that attendance comes first.") @NotBlank @Size(max = 2000)
        String text) {}
