package org.uplift.cycle;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.uplift.access.Permission;
import org.uplift.access.ScopedRepository;
import org.uplift.access.ScopedSql;

/** The priorities that the caller may see. */
@ApplicationScoped
public class Priorities extends ScopedRepository<Priority, UUID> {
    private static final int MOST = 1000;

    private static final String REFERRED_TO = """
            select p.id from priority p
            where p.id = :id and {scope:p.school_urn} and (
                exists (select from priority o where o.contributes_to = p.id)
                or exists (select from evaluation v where v.priority_id = p.id)
                or exists (select from action a join action_update u on u.action_id = a.id where a.priority_id = p.id)
                or exists (
                    select from focus f join checkpoint k on k.id = f.checkpoint_id
                    where k.status = 'SIGNED_OFF' and (f.priority_id = p.id
                        or f.target_id in (select t.id from target t where t.priority_id = p.id)
                        or f.action_id in (select a.id from action a where a.priority_id = p.id)))
                or exists (
                    select from next_step n join action a on a.id = n.action_id join checkpoint k on k.id = n.checkpoint_id
                    where a.priority_id = p.id and k.status = 'SIGNED_OFF'))
            """;

    @Inject
    ScopedSql sql;

    @Override
    protected String permission() {
        return Permission.READ_CYCLES;
    }

    /** One as the caller may read it. */
    public PrioritySummary summary(Priority priority) {
        return priority.summary(caller.scope(Permission.READ_CONCERNS).covers(priority.schoolUrn()));
    }

    /** Those of a cycle, in their order. */
    public PanacheQuery<Priority> of(UUID cycle) {
        return readable(
                "cycle.id = :cycle", Map.of("cycle", cycle), Sort.by("position").and("id"));
    }

    /** The one with this id in a cycle, when there is such a one. */
    public Optional<Priority> in(UUID cycle, UUID id) {
        return readable("id = :id and cycle.id = :cycle", Map.of("id", id, "cycle", cycle), Sort.by("id"))
                .firstResultOptional();
    }

    /** Those that are wanted, those of the newest cycle first. */
    PanacheQuery<Priority> of(PriorityFilter filter) {
        Map<String, Object> parameters = new HashMap<>();
        return readable(
                filter.where(parameters),
                parameters,
                Sort.descending("cycle.academicYear").and("id"));
    }

    /** Those that contribute to a priority of a cycle, by school. */
    public List<Priority> contributingTo(UUID cycle) {
        return readable(
                        "contributesTo in (select t.id from Priority t where t.cycle.id = :cycle) and endedOn is null",
                        Map.of("cycle", cycle),
                        Sort.by("schoolUrn").and("position").and("id"))
                .page(0, MOST)
                .list();
    }

    /** The open ones that somebody leads, and those of some schools, the newest first. */
    public List<Priority> openOf(UUID lead, Set<Integer> schools, int most) {
        return readable(
                        "endedOn is null and cycle.stage <> :closed and (lead.id = :lead or schoolUrn in (:schools))",
                        Map.of("lead", lead, "schools", schools, "closed", Stage.CLOSED),
                        Sort.descending("id"))
                .page(0, most)
                .list();
    }

    /** Whether something else rests on it that would be lost with it, so that it is ended and not deleted. */
    boolean isReferredTo(UUID id) {
        return !sql.rows(permission(), REFERRED_TO, Map.of("id", id)).isEmpty();
    }

    /** The place after the last of a cycle. */
    int nextPosition(UUID cycle) {
        List<Priority> last = readable("cycle.id = :cycle", Map.of("cycle", cycle), Sort.descending("position"))
                .page(0, 1)
                .list();
        return last.isEmpty() ? 1 : last.getFirst().position() + 1;
    }
}
