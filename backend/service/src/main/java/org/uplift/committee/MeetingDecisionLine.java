package org.uplift.committee;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.uplift.delegation.Outcome;

@Schema(name = "MeetingDecision", description = "A decision that was taken in a meeting, and who voted how.")
record MeetingDecisionLine(
        UUID id,
        UUID meetingId,
        @Nullable UUID itemId,
        String text,
        List<VoteLine> votes,

        @Schema(description = "The request under the scheme of delegation that was decided by it") @Nullable
        UUID approvalId,

        @Nullable Outcome outcome,
        String recordedBy,
        Instant recordedAt) {}
