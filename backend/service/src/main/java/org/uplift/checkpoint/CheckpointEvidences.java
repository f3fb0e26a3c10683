package org.uplift.checkpoint;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.uplift.access.Permission;
import org.uplift.access.ScopedRepository;
import org.uplift.platform.Problem;

/** The evidence of the checkpoints that the caller may read in full. */
@ApplicationScoped
class CheckpointEvidences extends ScopedRepository<CheckpointEvidence, UUID> {
    private static final int MOST = 100;

    @Override
    protected String permission() {
        return Permission.RECORD_CHECKPOINTS;
    }

    /** That of a checkpoint, oldest first. */
    List<EvidenceLine> of(UUID checkpoint) {
        return readable("checkpointId = :checkpoint", Map.of("checkpoint", checkpoint), Sort.by("id"))
                .page(0, MOST)
                .list()
                .stream()
                .map(CheckpointEvidence::line)
                .toList();
    }

    /** One of a checkpoint, or 404. */
    CheckpointEvidence of(UUID checkpoint, UUID id) {
        CheckpointEvidence evidence = readable(id);
        if (!evidence.checkpointId().equals(checkpoint)) {
            throw Problem.notFound();
        }
        return evidence;
    }

    /** Refuses with 409 one more than a checkpoint holds. */
    void requireRoom(UUID checkpoint) {
        if (of(checkpoint).size() >= MOST) {
            throw Problem.conflict("A checkpoint holds " + MOST + " pieces of evidence at most.");
        }
    }
}
