package org.uplift.cycle;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.uplift.school.AcademicYear;

/** A cycle to begin. */
@Schema(description = "A cycle to begin; it starts in planning.")
record NewCycle(
        @Schema(description = "The school; absent for the cycle of the trust", examples = "900001")
        @Min(100000)
        @Max(999999)
        @Nullable
        Integer schoolUrn,

        @NotNull AcademicYear academicYear) {}
