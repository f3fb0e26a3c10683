package org.uplift.concern;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Permission;
import org.uplift.access.ScopedRepository;

/** What was done in the stages of complaints. */
@ApplicationScoped
class ConcernSteps extends ScopedRepository<ConcernStep, ConcernStep.Key> {
    @Override
    protected String permission() {
        return Permission.OPEN_CONCERNS;
    }

    /** Says when a step was done, or that it was not. */
    void done(ConcernStage stage, String step, @Nullable LocalDate day) {
        ConcernStep known = readable(
                        "key.stageId = :stage and key.stepCode = :step",
                        Map.of("stage", stage.id(), "step", step),
                        Sort.by("concernId"))
                .firstResultOptional()
                .orElseGet(() -> {
                    ConcernStep made = new ConcernStep(stage, step);
                    persist(made);
                    return made;
                });
        known.doneOn(day);
    }
}
