package org.uplift.cycle;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "ActionUpdate", description = "What somebody reported of an action; never changed.")
public record ActionUpdateSummary(
        UUID id,
        @Schema(description = "Who reported it") String author,
        Instant at,
        String text,

        @Schema(description = "What it set the status to; absent where it left it") @Nullable
        ActionStatus status) {}
