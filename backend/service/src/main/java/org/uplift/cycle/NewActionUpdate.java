package org.uplift.cycle;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What somebody reports of an action. */
@Schema(description = "What is reported of an action.")
record NewActionUpdate(
        @Schema(examples = "Two of four training sessions have taken place") @NotBlank @Size(max = 5000)
        String text,

        @Schema(description = "What the status is from now on; absent: as before") @Nullable
        ActionStatus status) {}
