package org.uplift.checkpoint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.uplift.access.Permission;
import org.uplift.access.ScopedSql;

/** How targets were judged at the checkpoints that the caller may see. */
@ApplicationScoped
public class Judgements {
    // What is submitted counts as how things stand; how something ended counts only once two people have signed it.
    private static final String LATEST = """
            select distinct on (f.target_id) f.target_id, f.judgement
            from focus f
            join checkpoint k on k.id = f.checkpoint_id
            where f.target_id = any(:targets) and {scope:f.school_urn}
              and (k.status = 'SIGNED_OFF' or (k.status = 'SUBMITTED' and f.judgement not in ('ACHIEVED', 'MISSED')))
            order by f.target_id, k.dated desc, k.id desc
            """;

    @Inject
    ScopedSql sql;

    /** The latest of each target that counts, by the target's id; in one statement. */
    public Map<UUID, Judgement> latest(Collection<UUID> targets) {
        Map<UUID, Judgement> latest = new HashMap<>();
        sql.rows(Permission.READ_CYCLES, LATEST, Map.of("targets", targets.toArray(UUID[]::new)))
                .forEach(row -> latest.put(
                        row.get("target_id", UUID.class), Judgement.valueOf(row.get("judgement", String.class))));
        return latest;
    }
}
