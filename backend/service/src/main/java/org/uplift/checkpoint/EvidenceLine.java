package org.uplift.checkpoint;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.uplift.file.FileSummary;

@Schema(name = "CheckpointEvidence", description = "Something that was seen or shown at a checkpoint.")
record EvidenceLine(
        UUID id,

        @Schema(description = "The part of the cycle to which it belongs; absent: the whole visit") @Nullable
        UUID reference,

        @Nullable String text,
        @Nullable String link,
        @Nullable FileSummary file,
        @Schema(description = "Who added it") String author,
        @Schema(description = "When") Instant at) {}
