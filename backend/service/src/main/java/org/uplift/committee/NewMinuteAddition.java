package org.uplift.committee;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Something that is added to approved minutes.")
record NewMinuteAddition(
        @Schema(examples = "The figure in item 4 is that of the summer term.") @NotBlank @Size(max = 8000)
        String text) {}
