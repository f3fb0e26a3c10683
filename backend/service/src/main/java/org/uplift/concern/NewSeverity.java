package org.uplift.concern;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ConcernSeverityChange", examples = """
        {"severity": "high", "rationale": "Five more families are concerned."}""")
record NewSeverity(
        @NotNull Severity severity,

        @Schema(description = "Why", examples = "Five more families are concerned.") @NotBlank @Size(max = 2000)
        String rationale) {}
