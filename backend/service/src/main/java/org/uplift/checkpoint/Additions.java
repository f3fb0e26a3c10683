package org.uplift.checkpoint;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.uplift.access.Permission;
import org.uplift.access.ScopedRepository;
import org.uplift.platform.Problem;

/** What was added to the signed checkpoints that the caller may read in full. */
@ApplicationScoped
class Additions extends ScopedRepository<Addition, UUID> {
    private static final int MOST = 200;

    @Override
    protected String permission() {
        return Permission.RECORD_CHECKPOINTS;
    }

    /** Those of a checkpoint, oldest first. */
    List<AdditionLine> of(UUID checkpoint) {
        return readable("checkpointId = :checkpoint", Map.of("checkpoint", checkpoint), Sort.by("id"))
                .page(0, MOST)
                .list()
                .stream()
                .map(Addition::line)
                .toList();
    }

    /** Refuses with 409 one more than a checkpoint holds. */
    void requireRoom(UUID checkpoint) {
        if (of(checkpoint).size() >= MOST) {
            throw Problem.conflict("A checkpoint holds " + MOST + " additions at most; plan a new one.");
        }
    }
}
