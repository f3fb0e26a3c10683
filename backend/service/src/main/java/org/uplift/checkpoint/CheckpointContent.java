package org.uplift.checkpoint;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What people say of a checkpoint, with everything that it points at found.
 *
 * @param foci by what they point at
 */
record CheckpointContent(
        CheckpointTerms terms,
        CheckpointType type,
        @Nullable Somebody visitor,
        List<Participant> participants,
        Map<UUID, Focus> foci) {}
