package org.uplift.concern;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "NeedToKnow", description = "Somebody who needs to know of a restricted concern.", examples = """
        {"id": "01a227b4-8c74-7bf6-b391-920f5be5d6f8", "personId": "01a227b3-d4f2-7fd2-902a-23cf41ea2942",
         "name": "Deputy head 900001", "reason": "Takes the class of the child.", "from": "2026-11-20",
         "until": "2026-12-18", "current": true, "namedBy": "Safeguarding lead 900001",
         "namedAt": "2026-11-20T09:00:00Z"}""")
record NeedToKnowLine(
        UUID id,
        UUID personId,
        String name,
        String reason,
        LocalDate from,

        @Schema(description = "The first day on which they no longer do") @Nullable
        LocalDate until,

        @Schema(description = "They may open it today") boolean current,
        String namedBy,
        Instant namedAt) {}
