package org.uplift.committee;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.uplift.delegation.Outcome;

@Schema(description = "A decision that was taken in a meeting.")
record NewMeetingDecision(
        @Schema(description = "The item in which it was taken") @Nullable
        UUID itemId,

        @Schema(examples = "The plan of the trust is approved.") @NotBlank @Size(max = 4000)
        String text,

        @Schema(description = "How each member voted, where it was a vote") @NotNull @Size(max = 100)
        List<@NotNull @Valid VoteLine> votes,

        @Schema(description = "The request under the scheme of delegation that the board decides by this") @Nullable
        UUID approvalId,

        @Schema(description = "With approvalId: approved or refused") @Nullable
        Outcome outcome) {}
