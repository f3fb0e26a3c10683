package org.uplift.need;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

record NeedLevelList(
        @Schema(description = "From the least need to the most")
        List<NeedLevelLine> results,

        @Schema(
                description = "Percent of the maximum that have to be computed for a score to be given",
                examples = "60")
        int leastComputedPercent,

        @Schema(
                description = "So many indicators have to worsen two terms running for a risk of decline",
                examples = "3")
        int worsenedIndicators) {}
