package org.uplift.timetable;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "A planned activity.")
record OccurrenceDetail(
        OccurrenceSummary occurrence,

        @Schema(description = "Who takes part beside the lead; empty in the assurance view")
        List<PersonName> participants,

        @Schema(description = "Who said that it was held; absent from the assurance view") @Nullable
        String heldBy,

        @Schema(description = "The schools that took part in an activity of the trust and that you may see")
        List<Integer> schoolUrns,

        @Schema(description = "Why it is cancelled; absent from the assurance view") @Nullable
        String cancelReason,

        @Schema(
                description =
                        "Where people or the school are asked to be in two places at once; while it is still to come")
        List<Clash> clashes,

        @Schema(description = "Whether you may change it") boolean changeable,

        @Schema(description = "Revision, as in the ETag") int version) {

    @Schema(description = "Somebody by name.")
    record PersonName(UUID id, String name) {}
}
