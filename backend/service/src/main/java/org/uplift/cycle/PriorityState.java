package org.uplift.cycle;

import java.util.UUID;

/**
 * What the gates ask of a priority.
 *
 * @param checkpoints signed ones that look at it or at one of its targets
 * @param drafts checkpoints of its whole cycle that are drafts
 */
record PriorityState(
        UUID id,
        String title,
        boolean rationale,
        boolean lead,
        int evidence,
        int targets,
        int checkpoints,
        int drafts) {
    String link() {
        return "/api/v1/priorities/" + id;
    }
}
