package org.uplift.delegation;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description =
                "Something that was asked for, by which rule it is decided, and what those said who are consulted.")
record ApprovalDetail(
        ApprovalSummary approval,
        RuleSummary rule,

        @Schema(description = "In the order in which they were said; a hundred at most")
        List<OpinionLine> opinions,

        @Schema(description = "Whether you are consulted, and it is not decided yet")
        boolean mayAdvise,

        @Schema(description = "Whether it waits for you") boolean mayDecide) {}
