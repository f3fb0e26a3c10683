package org.uplift.integration;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.uplift.school.AcademicYear;

@Schema(
        name = "DataCompleteness",
        description =
                "Of how many of the pupils in question all rows are there that a measure needs. Below 95% its value"
                        + " counts as partial.")
record Completeness(
        AcademicYear academicYear,
        @Schema(examples = "KS2") String keyStage,

        @Schema(description = "The year group", examples = "6")
        String cohort,

        String measureCode,
        String measureLabel,
        @Schema(description = "Pupils who should have rows") int eligible,
        @Schema(description = "Pupils who have all of them") int complete) {}
