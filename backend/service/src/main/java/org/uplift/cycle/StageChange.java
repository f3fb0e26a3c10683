package org.uplift.cycle;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A move of a cycle to another stage. */
@Schema(description = "The stage to go to.")
record StageChange(
        @NotNull Stage stage,

        @Schema(description = "Why; needed for going back") @Size(max = 2000) @Nullable
        String reason) {}
