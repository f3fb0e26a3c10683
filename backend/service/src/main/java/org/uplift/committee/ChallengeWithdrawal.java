package org.uplift.committee;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Why a challenge is withdrawn.")
record ChallengeWithdrawal(
        @Schema(examples = "It was answered in the meeting of the trust board.") @NotBlank @Size(max = 4000)
        String reason) {}
