package org.uplift.need;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "NeedLevel", description = "How much support a school is entitled to, and from which score on.")
record NeedLevelLine(
        @Schema(examples = "targeted") String code,
        @Schema(examples = "Targeted") String label,

        @Schema(description = "From this score up to that of the next level", examples = "35")
        BigDecimal fromScore,

        @Schema(description = "Days of support in an academic year", examples = "10")
        int entitlementDays,

        @Schema(
                description =
                        "A school in a category of concern, or with safeguarding not met, is at least here, whatever its score")
        boolean inConcern) {}
