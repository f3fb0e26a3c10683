package org.uplift.checkpoint;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What a signed checkpoint says of a priority, or of one of its targets.")
public record SignedJudgement(
        UUID priorityId,
        UUID checkpointId,
        @Schema(description = "The day of the checkpoint") LocalDate date,

        @Schema(description = "Its type", examples = "Learning walk")
        String typeLabel,

        @Schema(description = "What was looked at, as it was called then")
        String label,

        Judgement judgement) {}
