package org.uplift.checkpoint;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "CheckpointType", description = "A kind of checkpoint.")
record CheckpointTypeLine(
        @Schema(examples = "learning-walk") String code,

        @Schema(description = "What people call it", examples = "Learning walk")
        String label,

        @Schema(description = "First day on which such a checkpoint can be planned")
        LocalDate validFrom,

        @Schema(description = "The first day on which it no longer can; absent while it is in use") @Nullable
        LocalDate validUntil) {}
