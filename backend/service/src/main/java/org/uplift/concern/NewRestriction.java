package org.uplift.concern;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ConcernRestriction", examples = """
        {"restricted": true, "reason": "It has turned out to be about the safety of a child."}""")
record NewRestriction(
        @Schema(description = "true: for safeguarding leads and those whom they name alone") @NotNull
        Boolean restricted,

        @Schema(description = "Why") @NotBlank @Size(max = 2000)
        String reason) {}
