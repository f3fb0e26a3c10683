package org.uplift.checkpoint;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.uplift.cycle.ActionStatus;

@Schema(
        name = "NextStep",
        description = "What a checkpoint agreed on, as it was agreed, and how its action stands today.")
record NextStepLine(
        UUID id,
        @Schema(description = "What was to be done") String title,

        @Schema(description = "Who was to lead it: the name that the person had then, or a role") @Nullable
        String lead,

        @Schema(description = "When it was to be done") @Nullable
        LocalDate dueOn,

        @Schema(description = "The action that it became") UUID actionId,
        @Schema(description = "As it was last reported") ActionStatus actionStatus,

        @Schema(description = "When the action was ended before it was done") @Nullable
        LocalDate actionEndedOn) {}
