package org.uplift.cycle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.uplift.delegation.Approvals;
import org.uplift.delegation.Decision;

/**
 * Priorities and targets are approved with their plan. Who decides on plans under the scheme of delegation may change by themselves what
 * a target aims at, delete a part or end it; everybody else takes the plan back to target setting, which takes its approval, and asks
 * again.
 */
@ApplicationScoped
public class ApprovedParts {
    @Inject
    Approvals approvals;

    /** Refuses with 403 and the rule to change a part that was approved. */
    public void requireChangeable(Cycle cycle, UUID part) {
        if (cycle.isApproved(part)) {
            approvals.requireDecider(
                    Decision.onCycle(cycle.schoolUrn()),
                    cycle.id(),
                    cycle.schoolUrn(),
                    "This was approved with the plan. Take the plan back to target setting to change it, and ask for approval"
                            + " again.");
        }
    }
}
