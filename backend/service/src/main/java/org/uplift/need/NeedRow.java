package org.uplift.need;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A row of the heat map: a school in a term, with its indicators.")
record NeedRow(
        NeedSummary assessment,

        @Schema(description = "Those that apply to the school, in their order")
        List<NeedCell> cells) {}
