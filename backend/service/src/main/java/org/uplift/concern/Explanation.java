package org.uplift.concern;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ConcernReason", examples = """
        {"reason": "Two more families have written since it was closed."}""")
record Explanation(
        @Schema(description = "Why") @NotBlank @Size(max = 2000)
        String reason) {}
