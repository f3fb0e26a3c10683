package org.uplift.committee;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "MeetingVote", description = "How a member voted.")
record VoteLine(
        @NotNull UUID personId,

        @Schema(description = "As they were called then; set by Uplift") @Size(max = 300) @Nullable
        String name,

        @NotNull VoteKind vote) {}
