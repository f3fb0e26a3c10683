package org.uplift.committee;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "ChallengeEntry", description = "What was said of a challenge.")
record ChallengeEntryLine(
        UUID id,
        ChallengeEntryKind kind,
        String text,

        @Schema(description = "Of one that was not satisfied: by when it is to be answered again") @Nullable
        LocalDate answerBy,

        UUID personId,
        String author,
        Instant at) {}
