package org.uplift.checkpoint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.uplift.access.Permission;
import org.uplift.access.ScopedSql;

/** What the signed checkpoints of a cycle say. */
@ApplicationScoped
public class SignedJudgements {
    private static final String OF_CYCLE = """
            select coalesce(f.priority_id, t.priority_id, a.priority_id) as priority_id, k.id, k.dated, y.label as type_label, f.label,
                f.judgement
            from checkpoint k
            join checkpoint_type y on y.code = k.type_code
            join focus f on f.checkpoint_id = k.id
            left join target t on t.id = f.target_id
            left join action a on a.id = f.action_id
            where k.cycle_id = :cycle and k.status = 'SIGNED_OFF' and {scope:k.school_urn}
            order by k.dated, k.id, f.position limit 1000
            """;

    @Inject
    ScopedSql sql;

    /** Those of a cycle, the oldest first. */
    public List<SignedJudgement> ofCycle(UUID cycle) {
        return sql.rows(Permission.READ_CYCLES, OF_CYCLE, Map.of("cycle", cycle)).stream()
                .map(row -> new SignedJudgement(
                        row.get("priority_id", UUID.class),
                        row.get("id", UUID.class),
                        row.get("dated", LocalDate.class),
                        row.get("type_label", String.class),
                        row.get("label", String.class),
                        Judgement.valueOf(row.get("judgement", String.class))))
                .toList();
    }
}
