package org.uplift.committee;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "MeetingStatusChange", description = "That a meeting was held, is cancelled, or is planned after all.")
record MeetingMove(
        @NotNull MeetingStatus status,

        @Schema(description = "Needed for cancelling", examples = "Too few members can come")
        @Size(max = 2000)
        @Nullable
        String reason) {}
