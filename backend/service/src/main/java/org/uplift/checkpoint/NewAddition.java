package org.uplift.checkpoint;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Something to add to a signed checkpoint.")
record NewAddition(@NotBlank @Size(max = 5000) String text) {}
