package org.uplift.concern;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "ConcernDraft",
        description = "A concern as far as you have written it. It may be as incomplete as it likes.",
        examples = """
        {"schoolUrn": 900001, "category": "attendance", "severity": "moderate",
         "title": "Absence on Fridays in year 5"}""")
record DraftTerms(
        @Nullable Integer schoolUrn,

        @Size(max = 100) @Nullable String category,

        @Nullable Severity severity,

        @Size(max = 200) @Nullable String title,

        @Size(max = 10_000) @Nullable String summary,

        @Nullable Boolean restricted) {}
