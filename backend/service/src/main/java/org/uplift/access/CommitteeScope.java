package org.uplift.access;

import java.util.Set;
import java.util.UUID;

/** The committees in which a caller has a permission: all of them, or those listed. */
public record CommitteeScope(boolean trust, Set<UUID> committees) {
    /** Whether it covers a committee. */
    public boolean covers(UUID committee) {
        return trust || committees.contains(committee);
    }

    public boolean isEmpty() {
        return !trust && committees.isEmpty();
    }

    UUID[] array() {
        return committees.toArray(UUID[]::new);
    }
}
