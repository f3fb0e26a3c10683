package org.uplift.plan;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.uplift.cycle.ActionSummary;
import org.uplift.cycle.PrioritySummary;
import org.uplift.target.MilestoneSummary;
import org.uplift.target.TargetSummary;

@Schema(description = "What a cycle wants to improve, how far that is, and what is done for it.")
record Plan(@Schema(description = "In their order") List<PlannedPriority> priorities) {

    /** A priority with what belongs to it. */
    @Schema(description = "A priority with its targets and milestones, as they stand today, and its actions.")
    record PlannedPriority(
            PrioritySummary priority,

            @Schema(description = "The first due first") List<TargetSummary> targets,
            @Schema(description = "The first due first") List<MilestoneSummary> milestones,
            @Schema(description = "The first due first") List<ActionSummary> actions) {}

    static Plan of(
            List<PrioritySummary> priorities,
            List<TargetSummary> targets,
            List<MilestoneSummary> milestones,
            List<ActionSummary> actions) {
        Map<UUID, List<TargetSummary>> aimed =
                targets.stream().collect(Collectors.groupingBy(TargetSummary::priorityId));
        Map<UUID, List<MilestoneSummary>> marked =
                milestones.stream().collect(Collectors.groupingBy(MilestoneSummary::priorityId));
        Map<UUID, List<ActionSummary>> done =
                actions.stream().collect(Collectors.groupingBy(ActionSummary::priorityId));
        return new Plan(priorities.stream()
                .map(priority -> new PlannedPriority(
                        priority,
                        aimed.getOrDefault(priority.id(), List.of()),
                        marked.getOrDefault(priority.id(), List.of()),
                        done.getOrDefault(priority.id(), List.of())))
                .toList());
    }
}
