package org.uplift.checkpoint;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.uplift.school.AcademicYear;

@Schema(name = "Adjustment", description = "A small improvement on the way, and what came of it.")
public record AdjustmentSummary(
        UUID id,
        UUID priorityId,
        String priorityTitle,
        UUID cycleId,
        AcademicYear academicYear,

        @Schema(description = "Absent in the cycle of the trust", examples = "900001") @Nullable
        Integer schoolUrn,

        @Nullable String schoolName,
        String noticed,

        @Schema(description = "The checkpoint at which it was noticed") @Nullable
        UUID checkpointId,

        String change,
        String expectedEffect,
        LocalDate expectedBy,
        @Nullable String effectSeen,
        AdjustmentStatus status,

        @Schema(description = "Why it was kept or dropped") @Nullable
        String decisionReason,

        @Nullable LocalDate decidedOn,
        @Schema(description = "Revision, as in the ETag") int version) {}
