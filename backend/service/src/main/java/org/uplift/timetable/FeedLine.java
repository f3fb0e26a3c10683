package org.uplift.timetable;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "CalendarFeed", description = "A calendar of yours that can be subscribed to.")
record FeedLine(
        @Schema(
                description =
                        "person: what you lead or take part in, and the meetings of your committees. school: what is planned"
                                + " in a school, and by the trust. trust: what the trust does as a whole")
        FeedAbout about,

        @Schema(examples = "900001") @Nullable Integer schoolUrn,
        @Nullable String schoolName,

        @Schema(description = "When its present address was made")
        Instant issuedAt,

        @Schema(description = "The last day on which a calendar fetched it; absent while none has") @Nullable
        LocalDate lastReadOn) {}
