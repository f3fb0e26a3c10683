package org.uplift.target;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "TargetNote",
        description = "What somebody has added to a target or a milestone; it is never changed.",
        examples = """
        {"id": "01a227b4-b5b1-7fa3-997d-dd6da87edaf8", "at": "2026-11-20T09:01:03Z", "author": "Headteacher 900001",
         "text": "Boosters start in January: reading on Tuesdays, arithmetic on Thursdays."}""")
record TargetNoteEntry(
        UUID id,
        @Schema(description = "When") Instant at,

        @Schema(description = "Who, as they were called then")
        String author,

        String text) {}
