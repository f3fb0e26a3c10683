package org.uplift.cycle;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.uplift.access.Permission;
import org.uplift.access.ScopedRepository;
import org.uplift.access.ScopedSql;
import org.uplift.platform.Problem;

/** The priorities that the caller may see. */
@ApplicationScoped
public class Priorities extends ScopedRepository<Priority, UUID> {
    private static final String SIGNED = """
            select k.id from checkpoint k join focus f on f.checkpoint_id = k.id
            where k.status = 'SIGNED_OFF' and {scope:k.school_urn}
              and (f.priority_id = :id or f.target_id in (select t.id from target t where t.priority_id = :id))
            limit 1
            """;

    @Inject
    ScopedSql sql;

    @Override
    protected String permission() {
        return Permission.READ_CYCLES;
    }

    /** Those of a cycle, in their order. */
    PanacheQuery<Priority> of(UUID cycle) {
        return readable(
                "cycle.id = :cycle", Map.of("cycle", cycle), Sort.by("position").and("id"));
    }

    /** Refuses with 409 to delete what a signed checkpoint speaks of. */
    void requireUnsigned(Priority priority) {
        if (!sql.rows(permission(), SIGNED, Map.of("id", priority.id())).isEmpty()) {
            throw Problem.conflict("A signed checkpoint speaks of \"" + priority.title()
                    + "\" or of one of its targets: it can be ended, and no longer deleted.");
        }
    }

    /** The place after the last of a cycle. */
    int nextPosition(UUID cycle) {
        List<Priority> last = readable("cycle.id = :cycle", Map.of("cycle", cycle), Sort.descending("position"))
                .page(0, 1)
                .list();
        return last.isEmpty() ? 1 : last.getFirst().position() + 1;
    }
}
