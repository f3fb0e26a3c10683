package org.uplift.checkpoint;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Addition", description = "What somebody added after the signatures.")
record AdditionLine(
        UUID id,
        String text,
        @Schema(description = "Who added it") String author,
        @Schema(description = "When") Instant at) {}
