package org.uplift.committee;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "MeetingAction", description = "What somebody was given to do in a meeting.")
record MeetingActionLine(
        UUID id,
        UUID meetingId,
        String what,
        @Nullable UUID whoPersonId,
        String whoName,
        @Nullable LocalDate dueOn,

        @Schema(description = "When it was done; absent while it is open") @Nullable
        LocalDate doneOn,

        boolean overdue,
        @Schema(description = "Revision, as in the ETag") int version) {}
