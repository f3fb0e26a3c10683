package org.uplift.evaluation;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.uplift.cycle.ActionStatus;
import org.uplift.cycle.ActionSummary;

@Schema(description = "How many actions of a priority came how far.")
public record ActionCounts(
        int done,
        @Schema(description = "Neither done nor ended") int open,
        @Schema(description = "Ended before they were done") int ended,

        @Schema(description = "Open, and nobody has said whether they are carried forward or dropped")
        int undecided) {

    static ActionCounts of(List<ActionSummary> actions) {
        List<ActionSummary> open = actions.stream()
                .filter(action -> action.endedOn() == null && action.status() != ActionStatus.DONE)
                .toList();
        return new ActionCounts(
                count(actions.stream()
                        .filter(action -> action.status() == ActionStatus.DONE)
                        .toList()),
                count(open),
                count(actions.stream()
                        .filter(action -> action.endedOn() != null)
                        .toList()),
                count(open.stream()
                        .filter(action -> action.carryForward() == null)
                        .toList()));
    }

    private static int count(List<ActionSummary> actions) {
        return actions.size();
    }
}
