package org.uplift.ingest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the columns of a file mean. */
@Schema(description = "What the columns of a file mean.", examples = """
        {"fields": {"Unique pupil number": "upn"}}""")
record ColumnMapping(
        @Schema(
                description = "The field of each heading; a heading that is not among them is passed over",
                examples = "{\"Unique pupil number\": \"upn\"}")
        @NotNull
        @Size(max = 200)
        Map<@Size(max = 200) String, @NotBlank @Size(max = 50) String> fields) {}
