package org.uplift.committee;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "AgendaItem", description = "An item of an agenda, and what was said to it.")
record AgendaItemLine(
        UUID id,
        int position,
        String title,
        ItemSource source,

        @Schema(description = "Path in the app of what it is about", examples = "/schools/900001/need") @Nullable
        String link,

        @Schema(description = "The request that the board is to decide in it") @Nullable
        UUID approvalId,

        boolean confidential,

        @Schema(description = "The minutes of it") @Nullable String minuted,

        @Schema(description = "The people who declared an interest in it; they abstain")
        List<UUID> conflicted,

        @Schema(description = "Revision, as in the ETag") int version) {
    /** As those see it who are not of the committee. */
    AgendaItemLine closed() {
        return confidential
                ? new AgendaItemLine(
                        id, position, "Confidential item", source, null, null, true, null, List.of(), version)
                : this;
    }
}
