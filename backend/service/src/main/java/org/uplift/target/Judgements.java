package org.uplift.target;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the checkpoints say of targets, as far as the caller may see them. */
@ApplicationScoped
class Judgements {
    /** Those of some targets, by target. This version records no checkpoints, so that there are none. */
    Map<UUID, List<Judgement>> of(Collection<UUID> targets) {
        return Map.of();
    }
}
