package org.uplift.cycle;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the gates ask of a priority.
 *
 * @param actions how many actions have a lead, both dates and a success criterion
 * @param closest the action that misses least of that, where none has it all
 * @param checkpoints signed ones that look at it, at one of its targets or at one of its actions
 * @param drafts checkpoints of its whole cycle that are drafts
 * @param evaluated its evaluation has a judgement
 */
record PriorityState(
        UUID id,
        String title,
        boolean rationale,
        boolean lead,
        int evidence,
        int targets,
        int actions,
        @Nullable UnfinishedAction closest,
        int checkpoints,
        int drafts,
        boolean evaluated) {

    /** An action that is not planned to the end, and what it lacks in words. */
    record UnfinishedAction(UUID id, String title, String lacks) {}

    String link() {
        return "/api/v1/priorities/" + id;
    }
}
