package org.uplift.cycle;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.uplift.school.AcademicYear;

@Schema(name = "Priority", description = "Something that a cycle wants to improve.")
public record PrioritySummary(
        UUID id,
        UUID cycleId,
        AcademicYear academicYear,

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

        @Schema(description = "The priority of the trust that it contributes to") @Nullable
        UUID contributesTo,

        @Schema(description = "The priority of an earlier cycle that it goes on with") @Nullable
        UUID carriedFrom,

        @Schema(description = "Ended before its cycle") @Nullable
        LocalDate endedOn,

        @Nullable String endReason,
        @Schema(description = "Oldest first") List<EvidenceSummary> evidence,
        @Schema(description = "Revision, as in the ETag") int version) {}
