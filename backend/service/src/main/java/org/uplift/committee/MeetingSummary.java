package org.uplift.committee;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Meeting", description = "A meeting of a committee.")
record MeetingSummary(
        UUID id,
        UUID committeeId,
        String committeeName,
        LocalDate day,

        @Schema(description = "When it begins: hours and minutes, as 17:30")
        String startsAt,

        @Schema(description = "How long it takes") int minutes,
        @Nullable String place,
        @Nullable String link,
        MeetingStatus status,
        @Nullable String cancelReason,

        @Schema(description = "The later meeting that approved its minutes; absent while they are a draft") @Nullable
        UUID approvedIn,

        @Nullable Instant approvedAt,
        @Nullable String approvedBy,
        @Schema(description = "Revision, as in the ETag") int version) {}
