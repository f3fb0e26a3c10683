package org.uplift.webhook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A webhook as it is told; never with its secret. */
@Schema(name = "Webhook", description = "An address to which changes are delivered, and how that goes.")
record WebhookDetail(
        UUID id,
        @Schema(description = "What people call it") String name,
        @Schema(description = "Where it is delivered") String address,
        @Schema(description = "Of which kinds of things") List<WebhookKind> kinds,

        @Schema(description = "URNs of the schools; all where there is none")
        List<Integer> schools,

        @Schema(description = "What these schools are called, in the same order")
        List<String> schoolNames,

        @Schema(description = "failing when it was paused by itself; without-secret until one has been asked for")
        WebhookStatus status,

        Instant registeredAt,
        @Nullable Instant pausedAt,

        @Schema(description = "Since when the present secret signs") @Nullable
        Instant secretSince,

        @Schema(description = "Until when the secret before it signs too") @Nullable
        Instant previousSecretUntil,

        @Schema(description = "Deliveries that are to be made")
        long waiting,

        @Schema(description = "Deliveries that have failed for good")
        long dead,

        @Nullable Instant lastDeliveredAt,
        @Schema(description = "Revision, as in the ETag") int version) {}
