package org.uplift.concern;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ConcernClosing", description = "How a concern ends.", examples = """
        {"outcome": "resolved", "summary": "Attendance on Fridays has been as on other days for six weeks."}""")
record Closing(
        @Schema(description = "A code of the list of outcomes", examples = "resolved") @NotBlank
        String outcome,

        @Schema(
                description = "What became of it, 20 characters at least",
                examples = "All nine families were seen; Friday absence is as on other days.")
        @NotBlank
        @Size(max = 5000)
        String summary) {}
