package org.uplift.checkpoint;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.uplift.school.AcademicYear;

@Schema(description = "A checkpoint in a list.")
record CheckpointSummary(
        UUID id,
        UUID cycleId,

        @Schema(description = "Absent in the cycle of the trust", examples = "900001") @Nullable
        Integer schoolUrn,

        @Nullable String schoolName,
        AcademicYear academicYear,
        @Schema(examples = "learning-walk") String type,
        @Schema(examples = "Learning walk") String typeLabel,

        @Schema(description = "Absent from the assurance view") @Nullable
        String title,

        LocalDate plannedOn,

        @Schema(description = "Absent until it was held") @Nullable
        LocalDate heldOn,

        CheckpointStatus status,

        @Schema(description = "Absent from the assurance view") @Nullable
        String recordedBy,

        @Schema(description = "Absent from the assurance view") @Nullable
        String visitor,

        @Nullable LocalDate nextOn,

        @Schema(description = "How many of the two have signed")
        int signatures,

        @Schema(description = "It waits for your signature") boolean toSign) {

    /** As those see it who assure and do not record. */
    CheckpointSummary assured() {
        return new CheckpointSummary(
                id,
                cycleId,
                schoolUrn,
                schoolName,
                academicYear,
                type,
                typeLabel,
                null,
                plannedOn,
                heldOn,
                status,
                null,
                null,
                nextOn,
                signatures,
                toSign);
    }
}
