package org.uplift.work;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Everything that waits for the caller. */
@Schema(description = "Everything that waits for you, what is overdue first, then by day.")
public record MyWork(
        List<WorkItem> results,

        @Schema(description = "How much of each kind; kinds of which nothing waits are left out")
        List<WorkCount> counts,

        @Schema(description = "false: of some kind there is more than is listed")
        boolean complete) {

    static MyWork of(List<WorkItem> items, boolean complete) {
        List<WorkCount> counts = new ArrayList<>();
        for (WorkKind kind : WorkKind.values()) {
            List<WorkItem> of =
                    items.stream().filter(item -> item.kind() == kind).toList();
            if (!of.isEmpty()) {
                counts.add(new WorkCount(kind, of.size(), (int)
                        of.stream().filter(WorkItem::overdue).count()));
            }
        }
        return new MyWork(items.stream().sorted(WorkItem.FIRST_DUE).toList(), counts, complete);
    }
}
