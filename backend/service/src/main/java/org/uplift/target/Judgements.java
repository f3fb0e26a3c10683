package org.uplift.target;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.uplift.access.Caller;
import org.uplift.access.Permission;
import org.uplift.access.Scope;
import org.uplift.access.ScopedSql;
import org.uplift.platform.Problem;

/**
 * What the checkpoints say of targets, as far as the caller may see them: who does not record there learns of signed ones
 * alone. What is still a draft says nothing.
 */
@ApplicationScoped
class Judgements {
    private static final String OF_TARGETS = """
            select f.target_id, f.school_urn, k.dated, f.judgement, k.status = 'SIGNED_OFF' as signed_off
            from focus f
            join checkpoint k on k.id = f.checkpoint_id
            where f.target_id = any(:targets) and f.judgement is not null and k.status <> 'DRAFT' and {scope:f.school_urn}
            order by k.dated, k.id
            """;

    @Inject
    ScopedSql sql;

    @Inject
    Caller caller;

    /** Those of some targets, by target, oldest first; in one statement. */
    Map<UUID, List<Judgement>> of(Collection<UUID> targets) {
        Scope whole = caller.scope(Permission.RECORD_CHECKPOINTS);
        return sql.rows(Permission.READ_CYCLES, OF_TARGETS, Map.of("targets", targets.toArray(UUID[]::new))).stream()
                .filter(row ->
                        row.get("signed_off", Boolean.class) || whole.covers(row.get("school_urn", Integer.class)))
                .collect(groupingBy(
                        row -> row.get("target_id", UUID.class),
                        mapping(
                                row -> new Judgement(
                                        row.get("dated", LocalDate.class),
                                        Status.valueOf(row.get("judgement", String.class)),
                                        row.get("signed_off", Boolean.class)),
                                toList())));
    }

    /** Refuses with 409 to delete what a signed checkpoint speaks of. */
    void requireUnsigned(UUID target, String otherwise) {
        if (of(List.of(target)).getOrDefault(target, List.of()).stream().anyMatch(Judgement::signedOff)) {
            throw Problem.conflict("A signed checkpoint speaks of it: " + otherwise);
        }
    }
}
