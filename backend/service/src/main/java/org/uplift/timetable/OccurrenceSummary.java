package org.uplift.timetable;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.uplift.school.AcademicYear;

@Schema(description = "A planned activity in a list.")
record OccurrenceSummary(
        UUID id,
        AcademicYear academicYear,

        @Schema(description = "Absent: of the trust", examples = "900001") @Nullable
        Integer schoolUrn,

        @Nullable String schoolName,
        @Schema(examples = "learning-walk") String type,
        @Schema(examples = "Learning walk") String typeLabel,

        @Schema(description = "People have to be there; false: a day by which something is due")
        boolean attended,

        @Schema(description = "The type of the checkpoint that completes it") @Nullable
        String checkpointType,

        @Schema(description = "Absent from the assurance view") @Nullable
        String title,

        LocalDate day,

        @Schema(description = "Absent: no time is set") @Nullable
        LocalTime startsAt,

        @Nullable Integer minutes,

        @Schema(description = "The day that it was planned for first")
        LocalDate firstPlannedOn,

        OccurrenceStatus status,

        @Schema(description = "Absent from the assurance view") @Nullable
        UUID leadPersonId,

        @Schema(description = "Absent from the assurance view") @Nullable
        String lead,

        @Schema(description = "When it was held, as somebody said or as its signed checkpoint says") @Nullable
        LocalDate heldOn,

        @Schema(description = "What was recorded of it, from the draft on") @Nullable
        UUID checkpointId) {

    /** As those see it who assure and do not record. */
    OccurrenceSummary assured() {
        return new OccurrenceSummary(
                id,
                academicYear,
                schoolUrn,
                schoolName,
                type,
                typeLabel,
                attended,
                checkpointType,
                null,
                day,
                startsAt,
                minutes,
                firstPlannedOn,
                status,
                null,
                null,
                heldOn,
                checkpointId);
    }
}
