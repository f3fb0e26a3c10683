package org.uplift.timetable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "SchoolParticipation", description = "How a school takes part in the process of a year.")
public record ParticipationLine(
        @Schema(examples = "900001") int schoolUrn,
        String schoolName,
        @Schema(description = "Still to come") int planned,
        int done,
        int overdue,
        int missed,
        int cancelled,

        @Schema(description = "How many activities of the trust, in which people meet, were held so far")
        int trustHeld,

        @Schema(description = "In how many of these the school took part")
        int trustTakenPart) {}
