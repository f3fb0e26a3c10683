package org.uplift.cycle;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.uplift.school.AcademicYear;

@Schema(description = "A cycle in a list.")
public record CycleSummary(
        UUID id,

        @Schema(description = "Absent on the cycle of the trust", examples = "900001") @Nullable
        Integer schoolUrn,

        @Nullable String schoolName,
        AcademicYear academicYear,
        Stage stage,
        @Schema(description = "How many priorities it has") int priorities,
        @Schema(description = "Revision, as in the ETag") int version) {}
