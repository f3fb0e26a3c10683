package org.uplift.evaluation;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.uplift.access.Permission;
import org.uplift.access.ScopedRepository;

/** The evaluations that the caller may see; in full where the caller may record how a priority goes. */
@ApplicationScoped
public class Evaluations extends ScopedRepository<Evaluation, UUID> {
    private static final int MOST = 100;

    @Override
    protected String permission() {
        return Permission.READ_CYCLES;
    }

    /** Those of a cycle, in the order of its priorities. */
    List<Evaluation> ofCycle(UUID cycle) {
        return readable(
                        "priority.cycle.id = :cycle and priority.endedOn is null",
                        Map.of("cycle", cycle),
                        Sort.by("priority.position").and("priority.id"))
                .page(0, MOST)
                .list();
    }

    /** The one of a priority. */
    Optional<Evaluation> of(UUID priority) {
        return readable("priority.id = :priority", Map.of("priority", priority), Sort.by("id"))
                .firstResultOptional();
    }

    /** One as the caller may see it. */
    EvaluationSummary summary(Evaluation evaluation) {
        EvaluationSummary whole = EvaluationSummary.of(evaluation);
        return caller.scope(Permission.RECORD_CHECKPOINTS).covers(evaluation.schoolUrn()) ? whole : whole.assured();
    }
}
