package org.uplift.checkpoint;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.uplift.cycle.ActionTerms;

@Schema(name = "NewNextStep", description = "Something that a checkpoint agrees on: an action of a priority.")
record NextStepTerms(
        @Schema(description = "The priority for which it is done, in the cycle of the checkpoint") @NotNull
        UUID priorityId,

        @Schema(description = "What is done", examples = "Observe the teaching of inference in year 4")
        @NotBlank
        @Size(max = 200)
        String title,

        @Schema(description = "The person who leads it, who has signed in once") @Nullable
        UUID leadPersonId,

        @Schema(description = "In place of a person, the role that leads it", examples = "Reading lead")
        @Size(max = 100)
        @Nullable
        String leadRole,

        @Schema(examples = "2026-03-27") @Nullable LocalDate dueOn) {

    ActionTerms action() {
        return new ActionTerms(title, leadPersonId, leadRole, null, dueOn, null, null, null);
    }
}
