package org.uplift.timetable;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "An activity to plan.")
record NewOccurrence(
        @Schema(description = "Absent: of the trust", examples = "900001") @Nullable
        Integer schoolUrn,

        @Schema(description = "One of those of `/timetable/activity-types`", examples = "learning-walk")
        @NotNull
        @Size(max = 50)
        String type,

        @Schema(examples = "Reading in key stage 1") @Size(max = 100) @Nullable
        String title,

        @Schema(description = "A weekday", examples = "2026-11-12") @NotNull
        LocalDate day,

        @Schema(description = "Absent: no time is set, it takes the day") @Nullable
        LocalTime startsAt,

        @Schema(description = "How long it takes, with a time; absent: as its type says", examples = "60")
        @Min(15)
        @Max(720)
        @Nullable
        Integer minutes,

        @Schema(description = "Who leads it: somebody who works there, or for the whole trust") @Nullable
        UUID leadPersonId,

        @Schema(description = "Who takes part beside the lead") @Size(max = 30) @Nullable
        List<@NotNull UUID> participantIds) {

    OccurrenceTerms terms(ActivityType of) {
        return new OccurrenceTerms(
                title,
                startsAt,
                minutes == null && startsAt != null ? of.minutes() : minutes,
                leadPersonId,
                participantIds == null ? List.of() : participantIds);
    }
}
