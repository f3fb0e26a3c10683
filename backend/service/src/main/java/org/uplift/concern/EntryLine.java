package org.uplift.concern;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "ConcernEntry",
        description = "A line of the chronology. It is never changed; another one puts it right.",
        examples = """
        {"id": "01a227b4-8a43-7e64-9295-9ca39b1909a9", "kind": "status", "happenedOn": "2026-11-20", "from": "open",
         "to": "monitoring", "author": "Headteacher 900002", "at": "2026-11-20T09:00:52Z"}""")
record EntryLine(
        UUID id,
        EntryKind kind,

        @Schema(description = "When it happened") LocalDate happenedOn,

        @Schema(description = "Of what changed: a code or a name, before") @Nullable
        String from,

        @Schema(description = "Of what changed: a code or a name, after") @Nullable
        String to,

        @Schema(description = "In words") @Nullable String text,

        @Schema(description = "The entry that this one puts right") @Nullable
        UUID corrects,

        String author,

        @Schema(description = "When it was written") Instant at) {}
