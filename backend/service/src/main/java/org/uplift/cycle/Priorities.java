package org.uplift.cycle;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.uplift.access.Permission;
import org.uplift.access.ScopedRepository;

/** The priorities that the caller may see. */
@ApplicationScoped
public class Priorities extends ScopedRepository<Priority, UUID> {
    @Override
    protected String permission() {
        return Permission.READ_CYCLES;
    }

    /** Those of a cycle, in their order. */
    PanacheQuery<Priority> of(UUID cycle) {
        return readable(
                "cycle.id = :cycle", Map.of("cycle", cycle), Sort.by("position").and("id"));
    }

    /** The place after the last of a cycle. */
    int nextPosition(UUID cycle) {
        List<Priority> last = readable("cycle.id = :cycle", Map.of("cycle", cycle), Sort.descending("position"))
                .page(0, 1)
                .list();
        return last.isEmpty() ? 1 : last.getFirst().position() + 1;
    }
}
