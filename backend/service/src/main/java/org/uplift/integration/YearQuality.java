package org.uplift.integration;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.uplift.school.AcademicYear;

@Schema(description = "Rows about a school and an academic year, and when they were last sent.")
record YearQuality(
        AcademicYear academicYear,
        @Schema(description = "Rows that are stored") long rows,

        @Schema(description = "When rows were last sent, also when they changed nothing; absent when that is not known")
        @Nullable
        Instant lastPushAt,

        @Schema(description = "The integration or the person that sent them") @Nullable
        String lastPushBy) {}
