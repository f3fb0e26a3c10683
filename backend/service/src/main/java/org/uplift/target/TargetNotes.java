package org.uplift.target;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Permission;
import org.uplift.access.ScopedRepository;
import org.uplift.access.ScopedSql;

/** The notes on targets and milestones that the caller may see. They are added, never changed. */
@ApplicationScoped
class TargetNotes extends ScopedRepository<TargetNote, UUID> {
    @Inject
    ScopedSql sql;

    @Inject
    Clock clock;

    @Override
    protected String permission() {
        return Permission.READ_CYCLES;
    }

    /** Those of a target or a milestone, newest first. */
    PanacheQuery<TargetNote> of(UUID target) {
        return readable(
                "targetId = :target",
                Map.of("target", target),
                Sort.descending("at").and("id", Sort.Direction.Descending));
    }

    /** What was added last to each of some, by target. */
    Map<UUID, String> newest(Collection<UUID> targets) {
        return sql
                .rows(
                        permission(),
                        "select distinct on (n.target_id) n.target_id, n.text from target_note n"
                                + " where n.target_id = any(cast(:targets as uuid[])) and {scope:n.school_urn}"
                                + " order by n.target_id, n.at desc, n.id desc",
                        Map.of("targets", targets.toArray(UUID[]::new)))
                .stream()
                .collect(Collectors.toMap(row -> row.get(0, UUID.class), row -> row.get(1, String.class)));
    }

    /** What was added last to one. */
    Optional<String> newest(UUID target) {
        return Optional.ofNullable(newest(java.util.List.of(target)).get(target));
    }

    /** Adds one by the caller, now. */
    TargetNote add(UUID target, @Nullable Integer schoolUrn, String text) {
        TargetNote note = new TargetNote(target, schoolUrn, clock.instant(), caller.personId(), caller.name(), text);
        persistAndFlush(note);
        return note;
    }
}
