package org.uplift.committee;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "What somebody was given to do in a meeting.")
record MeetingActionTerms(
        @Schema(examples = "Bring the attendance of year 5 to the next meeting") @NotBlank @Size(max = 2000)
        String what,

        @Schema(description = "Who has an account and does it; then it stands in their work") @Nullable
        UUID whoPersonId,

        @Schema(description = "Who does it, where they have no account", examples = "Attendance officer")
        @Size(max = 200)
        @Nullable
        String whoName,

        @Nullable LocalDate dueOn,

        @Schema(description = "When it was done; absent while it is open") @Nullable
        LocalDate doneOn) {}
