package org.uplift.timetable;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "What can be changed about a planned activity, its day apart.")
record OccurrenceTerms(
        @Schema(examples = "Writing in year 6") @Size(max = 100) @Nullable
        String title,

        @Schema(description = "Absent: no time is set, it takes the day") @Nullable
        LocalTime startsAt,

        @Schema(description = "How long it takes, with a time; absent: an hour", examples = "180")
        @Min(15)
        @Max(720)
        @Nullable
        Integer minutes,

        @Schema(description = "Who leads it: somebody who works there, or for the whole trust") @Nullable
        UUID leadPersonId,

        @Schema(description = "Who takes part beside the lead") @NotNull @Size(max = 30)
        List<@NotNull UUID> participantIds) {

    OccurrenceTerms {
        participantIds = participantIds == null ? List.of() : List.copyOf(participantIds);
    }
}
