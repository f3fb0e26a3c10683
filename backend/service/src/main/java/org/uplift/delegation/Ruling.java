package org.uplift.delegation;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How somebody decides. */
@Schema(name = "ApprovalDecision", description = "Approves or refuses what was asked for.")
public record Ruling(
        @Schema(description = "approved or refused") @NotNull
        Outcome outcome,

        @Schema(description = "Why; needed for refusing") @Size(max = 2000) @Nullable
        String reason) {}
