package org.uplift.file;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** Files that belong to nothing, of whatever school: it learns their ids, and no more. */
@ApplicationScoped
class LooseFiles {
    @Inject
    Session session;

    /** Forgets those that were received before a time, in the running transaction, and gives their ids. */
    List<UUID> forget(Instant before) {
        return session.createNativeQuery("select remove_loose_files(:before)", UUID.class)
                .setParameter("before", before)
                .getResultList();
    }
}
