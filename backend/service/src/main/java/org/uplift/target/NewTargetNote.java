package org.uplift.target;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What people should know of a target; it does not change the status.", examples = """
        {"text": "Two pupils have joined year 6 in January."}""")
record NewTargetNote(
        @Schema(examples = "Two pupils have joined year 6 in January.") @NotBlank @Size(max = 5000)
        String text) {}
