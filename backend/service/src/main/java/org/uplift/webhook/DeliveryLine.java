package org.uplift.webhook;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.uplift.change.Happened;

/** A delivery as the administrator reads it. */
@Schema(name = "WebhookDelivery", description = "A change on its way to a webhook.", examples = """
        {"id": "01a227a1-2b7f-7d10-9e4c-3a8f5b6c7d82", "kind": "outcome", "subjectId": "KS2_RWM_EXP 2025/2026",
         "schoolUrn": 900001, "what": "changed", "at": "2026-11-20T09:12:00Z", "status": "waiting", "attempts": 1,
         "lastTryAt": "2026-11-20T09:12:01Z", "lastAnswer": 503, "nextTryAt": "2026-11-20T09:13:04Z"}""")
record DeliveryLine(
        UUID id,

        @Schema(description = "The kind of thing, or test", examples = "cycle")
        String kind,

        @Schema(description = "Which one, as in the changes")
        String subjectId,

        @Nullable Integer schoolUrn,
        Happened what,
        @Schema(description = "When it happened") Instant at,
        DeliveryStatus status,
        @Schema(description = "How often it has been tried") int attempts,
        @Nullable Instant lastTryAt,

        @Schema(description = "The status of the last answer, where there was one", examples = "503") @Nullable
        Integer lastAnswer,

        @Schema(description = "Why the last attempt came to nothing") @Nullable
        Trouble lastTrouble,

        @Schema(description = "When it is tried next, while it waits") @Nullable
        Instant nextTryAt) {}
