package org.uplift.cycle;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Priority", description = "Something that a cycle wants to improve.")
record PrioritySummary(
        UUID id,
        UUID cycleId,

        @Schema(description = "Absent in the cycle of the trust", examples = "900001") @Nullable
        Integer schoolUrn,

        @Schema(description = "Place in the order of the cycle, from 1")
        int position,

        String title,
        @Nullable String area,
        @Nullable String rationale,
        @Nullable UUID leadPersonId,
        @Nullable String leadName,
        @Nullable String leadRole,
        @Schema(description = "Oldest first") List<EvidenceSummary> evidence,
        @Schema(description = "Revision, as in the ETag") int version) {}
