package org.uplift.timetable;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "ActivityType", description = "A kind of activity of the timetable.")
record ActivityTypeLine(
        @Schema(examples = "school-improvement-visit") String code,

        @Schema(description = "What people call it", examples = "School improvement visit")
        String label,

        @Schema(description = "Of the trust as a whole, not of each school")
        boolean ofTrust,

        @Schema(description = "People have to be there; false: a day by which something is due")
        boolean attended,

        @Schema(
                description =
                        "The type of the checkpoint that completes it; absent where somebody says that it was held",
                examples = "school-improvement-visit")
        @Nullable
        String checkpointType,

        @Schema(description = "How many minutes it usually takes; absent: all day", examples = "180") @Nullable
        Integer minutes,

        @Schema(description = "First day on which it can be planned")
        LocalDate validFrom,

        @Schema(description = "The first day on which it no longer can; absent while it is in use") @Nullable
        LocalDate validUntil,

        @Schema(description = "Revision, as in the ETag") int version) {}
