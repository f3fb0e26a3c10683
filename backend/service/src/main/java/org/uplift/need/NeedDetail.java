package org.uplift.need;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "How much support a school needs in a term, and why.")
record NeedDetail(
        NeedSummary assessment,

        @Schema(
                description =
                        "The indicators that apply to the school, what contributes most first, what could not be computed last")
        List<NeedContribution> contributions,

        @Schema(description = "What people have set, asked for and said up to this term, the newest first; 50 at most")
        List<ModerationLine> moderations,

        @Schema(description = "Whether it is the newest assessment of the school, which alone can be moderated")
        boolean newest,

        @Schema(description = "Whether a moderation waits for you")
        boolean mayDecide) {}
