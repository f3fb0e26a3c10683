package org.uplift.cycle;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import org.uplift.access.Permission;
import org.uplift.access.ScopedRepository;

/** The updates of actions that the caller may see. */
@ApplicationScoped
class ActionUpdates extends ScopedRepository<ActionUpdate, UUID> {
    @Override
    protected String permission() {
        return Permission.READ_CYCLES;
    }

    /** Those of an action, newest first. */
    PanacheQuery<ActionUpdate> of(UUID action) {
        return readable("actionId = :action", Map.of("action", action), Sort.descending("id"));
    }
}
