package org.uplift.committee;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Committee", description = "The trust board, an Academy Development Committee, or another one.")
record CommitteeSummary(
        UUID id,
        CommitteeKind kind,

        @Schema(examples = "Academy Development Committee of Alder Grove")
        String name,

        @Schema(description = "It is of the whole trust") boolean wholeTrust,

        @Schema(description = "The schools that it looks after, or did")
        List<SchoolLine> schools,

        @Schema(description = "So many days before a term of office ends one is warned")
        int warnDays,

        @Schema(description = "First day on which it is no more; absent while it goes on") @Nullable
        LocalDate endedOn,

        @Schema(description = "Who is of it today") int members,

        @Schema(
                description =
                        "Challenges that are not answered yet, or not to its satisfaction; absent for who reads none")
        @Nullable
        Integer openChallenges,

        @Schema(description = "The day of the next meeting that is planned") @Nullable
        LocalDate nextMeetingOn,

        @Schema(description = "Revision, as in the ETag") int version) {

    /** A school by name. */
    @Schema(name = "SchoolOfCommittee", description = "A school that a committee looks after.")
    record SchoolLine(
            @Schema(examples = "900001") int schoolUrn,

            @Schema(description = "Absent where you may not see the school") @Nullable
            String schoolName,

            LocalDate from,
            @Nullable LocalDate until) {}
}
