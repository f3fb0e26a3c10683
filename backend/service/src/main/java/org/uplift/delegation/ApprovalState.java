package org.uplift.delegation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a decision stands, and what the reader can do about it. */
@Schema(description = "The approval that the scheme of delegation asks for: the rule, how far it is, what you can do.")
public record ApprovalState(
        RuleSummary rule,

        @Schema(description = "The newest request; absent before the first") @Nullable
        ApprovalSummary latest,

        @Schema(description = "Whether it is approved as it stands")
        boolean given,

        @Schema(description = "Whether the scheme lets you ask")
        boolean mayRequest,

        @Schema(description = "Whether it waits for you") boolean mayDecide) {

    /** Why it is not given, for people. */
    public String words() {
        if (latest == null || latest.status() == ApprovalStatus.WITHDRAWN || given) {
            return "It has not been approved. " + rule.words();
        }
        return switch (latest.status()) {
            case WAITING ->
                "It waits for approval: " + latest.requester() + " has asked, "
                        + latest.decides().words() + " decides.";
            case REFUSED -> "Approval was refused by " + latest.decider() + ": " + latest.reason();
            default -> "The approval no longer counts, because the plan was taken back. " + rule.words();
        };
    }
}
