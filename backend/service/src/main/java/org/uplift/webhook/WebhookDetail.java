package org.uplift.webhook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A webhook as it is told; never with its secret. */
@Schema(name = "Webhook", description = "An address to which changes are delivered, and how that goes.", examples = """
        {"id": "01a227a1-10e2-7c3b-8f5d-6b9e0a4d2c71", "name": "Data warehouse",
         "address": "https://hooks.example.org/uplift", "kinds": ["outcome", "target"], "schools": [900001],
         "schoolNames": ["Alder Grove Primary School"], "status": "active", "registeredAt": "2026-11-20T09:00:00Z",
         "waiting": 2, "dead": 0, "version": 0}""")
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
