package org.uplift.webhook;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "The secret of a webhook. It is shown once.", examples = """
        {"secret": "whsec_5w0Qn8mP3rT6uX9zB2dF4hK7", "previousSecretUntil": "2026-11-21T09:00:00Z", "version": 1}""")
record WebhookSecret(
        @Schema(description = "The key of the signature, as it stands here", examples = "whsec_Qm9yb3VnaA")
        String secret,

        @Schema(description = "Until when the secret before it signs too") @Nullable
        Instant previousSecretUntil,

        @Schema(description = "Revision of the webhook, as in the ETag")
        int version) {}
