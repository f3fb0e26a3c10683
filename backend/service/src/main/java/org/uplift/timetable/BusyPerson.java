package org.uplift.timetable;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Somebody who is planned to be there.")
record BusyPerson(
        UUID id,
        String name,

        @Schema(description = "How many activities of the year they lead, or take part in, that you may read in full")
        int occurrences) {}
