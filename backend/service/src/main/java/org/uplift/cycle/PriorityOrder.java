package org.uplift.cycle;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.uplift.platform.Problem;

/** In which order the priorities of a cycle stand. */
@Schema(description = "The priorities of a cycle in their order, each of them once.")
record PriorityOrder(
        @Schema(description = "Every priority of the cycle, the first first") @NotEmpty @Size(max = 200)
        List<@NotNull UUID> priorityIds) {

    /** The priorities of a cycle in this order; refuses one that leaves some out, or has others. */
    List<Priority> of(List<Priority> priorities) {
        Map<UUID, Priority> byId = priorities.stream().collect(Collectors.toMap(Priority::id, Function.identity()));
        List<Priority> ordered = new ArrayList<>();
        for (UUID id : priorityIds) {
            Priority priority = byId.get(id);
            if (priority == null) {
                throw Problem.invalid(
                        "/priorityIds/" + ordered.size(), "unknown-priority", id + " is not a priority of this cycle.");
            }
            ordered.add(priority);
        }
        if (new HashSet<>(priorityIds).size() != priorityIds.size()) {
            throw Problem.invalid("/priorityIds", "repeated", "A priority has one place; one is listed twice.");
        }
        if (ordered.size() != priorities.size()) {
            throw Problem.invalid(
                    "/priorityIds",
                    "incomplete",
                    "The cycle has " + priorities.size() + " priorities, and " + ordered.size()
                            + " are listed; list each once.");
        }
        return ordered;
    }
}
