package org.uplift.webhook;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.uplift.change.Happened;

/** A delivery as the administrator reads it. */
@Schema(name = "WebhookDelivery", description = "A change on its way to a webhook.")
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
