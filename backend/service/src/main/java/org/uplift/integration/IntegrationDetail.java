package org.uplift.integration;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An integration as it is told, with what it has sent. */
@Schema(name = "Integration", description = "A machine that sends data, and what it has sent.")
record IntegrationDetail(
        UUID id,

        @Schema(description = "The client's id in Keycloak", examples = "mis-demo")
        String clientId,

        @Schema(description = "What people call it") String name,

        @Schema(description = "late when something is that was expected; revoked for good")
        IntegrationState status,

        @Schema(description = "URNs of the schools for which it may send")
        List<Integer> schools,

        @Schema(description = "What these schools are called, in the same order")
        List<String> schoolNames,

        List<KindPushes> kinds,

        @Schema(description = "Whom to ask about it") String contactName,

        @Schema(description = "Where to ask") String contactEmail,

        Instant registeredAt,
        @Nullable Instant revokedAt,
        @Nullable String revocationReason,
        @Schema(description = "Revision, as in the ETag") int version) {}
