package org.uplift.timetable;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "An activity that the template asks for and that is not planned yet.")
record ProposedOccurrence(
        @Schema(description = "Absent: of the trust", examples = "900001") @Nullable
        Integer schoolUrn,

        @Nullable String schoolName,

        @Schema(description = "Of the template") UUID entryId,
        @Schema(examples = "learning-walk") String type,
        @Schema(examples = "Learning walk") String typeLabel,
        @Nullable String title,
        LocalDate day,
        @Nullable LocalTime startsAt) {}
