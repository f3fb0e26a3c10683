package org.uplift.outcome;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.uplift.school.AcademicYear;

/** A school of the same phase that is like another, and what the likeness is made of. */
@Schema(name = "SimilarSchool", description = "A school of the same phase, and how near it is.")
record SimilarSchool(
        int urn,
        String name,
        String localAuthority,

        @Schema(description = "Root of the mean of the squared parts; 0 is the same intake", examples = "0.42")
        BigDecimal distance,

        @Schema(description = "How many features both schools have, of seven")
        int features,

        Parts parts) {

    /** The schools nearest to one. */
    @Schema(name = "SimilarSchoolPage", description = "The fifteen schools most like one, nearest first.")
    record Page(
            @Schema(description = "The latest year whose intake was compared")
            AcademicYear academicYear,

            List<SimilarSchool> results) {}

    @Schema(
            name = "SimilarityParts",
            description =
                    "How far apart the schools are in each feature, in standard deviations over the schools of the phase; absent"
                            + " where one of the two has none. Region is 0 or 1.")
    record Parts(
            @Nullable BigDecimal numberOnRoll,
            @Nullable BigDecimal disadvantaged,
            @Nullable BigDecimal sen,
            @Nullable BigDecimal eal,

            @Schema(description = "Mean prior attainment of the pupils, low 1 to high 3") @Nullable
            BigDecimal priorAttainment,

            @Schema(description = "Share of mobile pupils") @Nullable
            BigDecimal mobility,

            @Nullable BigDecimal region) {}
}
