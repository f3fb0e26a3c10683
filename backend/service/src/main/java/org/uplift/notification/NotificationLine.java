package org.uplift.notification;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.uplift.thing.Reference;

@Schema(name = "Notification", description = "Something that you are told.")
record NotificationLine(
        UUID id,
        Instant at,
        NotificationKind kind,

        @Schema(
                description = "What happened, as a sentence",
                examples = "A. Head mentioned you in a comment on the action.")
        String words,

        @Schema(description = "What it is about") Reference subject,

        @Schema(description = "What that is called, as you may see it now", examples = "Teach inference")
        String title,

        @Schema(description = "Absent where it is about the trust", examples = "900001") @Nullable
        Integer schoolUrn,

        @Nullable String schoolName,

        @Schema(description = "When you read it; absent until then") @Nullable
        Instant readAt) {}
