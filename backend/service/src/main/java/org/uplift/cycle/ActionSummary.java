package org.uplift.cycle;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.uplift.school.AcademicYear;

@Schema(name = "Action", description = "Something that is done for a priority.")
public record ActionSummary(
        UUID id,
        UUID priorityId,
        String priorityTitle,
        UUID cycleId,
        AcademicYear academicYear,

        @Schema(description = "Absent in the cycle of the trust", examples = "900001") @Nullable
        Integer schoolUrn,

        @Nullable String schoolName,
        String title,
        @Nullable UUID leadPersonId,
        @Nullable String leadName,
        @Nullable String leadRole,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate dueOn,
        @Nullable String successCriterion,
        @Schema(description = "In pounds") @Nullable BigDecimal cost,

        @Schema(description = "As it was last reported") ActionStatus status,

        @Schema(description = "Open, and due before today") boolean overdue,

        @Schema(description = "Open and begun, and nothing was reported for 30 days")
        boolean stale,

        @Nullable LocalDate doneOn,

        @Schema(description = "Ended before it was done") @Nullable
        LocalDate endedOn,

        @Nullable String endReason,

        @Schema(description = "What becomes of it if it is still open when the cycle closes") @Nullable
        CarryForward carryForward,

        @Schema(description = "The checkpoint at which it was agreed, if at one") @Nullable
        UUID agreedAtCheckpointId,

        @Schema(description = "How much was reported") int updates,
        @Nullable ActionUpdateSummary latestUpdate,
        @Schema(description = "Revision, as in the ETag") int version) {}
