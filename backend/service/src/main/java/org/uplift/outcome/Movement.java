package org.uplift.outcome;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How the same pupils moved between two points, as the reader may see it. */
@Schema(
        name = "Movement",
        description = "How the pupils who were assessed at both points moved in the grades of the trust.")
record Movement(
        @Schema(description = "Year group at the later point", examples = "4")
        String cohort,

        @Schema(enumeration = {"REA", "WRI", "MAT"}) String subject,

        @Schema(examples = "ALL") String pupilGroup,

        @Schema(
                enumeration = {"c"},
                description = "c suppressed: why there are no figures")
        @Nullable
        String symbol,

        @Schema(description = "Pupils with a grade at both points") @Nullable
        Integer pupils,

        @Schema(description = "Of them, those with a higher grade than before") @Nullable
        Integer up,

        @Schema(description = "Those with the same grade") @Nullable
        Integer same,

        @Schema(description = "Those with a lower grade") @Nullable
        Integer down) {}
