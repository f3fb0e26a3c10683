package org.uplift.cycle;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the gates ask of a plan.
 *
 * @param priorities those that are not ended
 * @param undecided the open actions without a decision about carrying them forward
 * @param unapproved why the plan does not count as approved, in words; null when it does
 */
record PlanState(
        UUID cycle,
        Stage stage,
        List<PriorityState> priorities,
        List<OpenAction> undecided,
        @Nullable String unapproved) {
    String link() {
        return "/api/v1/cycles/" + cycle;
    }
}
