package org.uplift.target;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "TargetNote", description = "What somebody has added to a target or a milestone; it is never changed.")
record TargetNoteEntry(
        UUID id,
        @Schema(description = "When") Instant at,

        @Schema(description = "Who, as they were called then")
        String author,

        String text) {}
