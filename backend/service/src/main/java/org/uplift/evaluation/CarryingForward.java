package org.uplift.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.uplift.cycle.Action;
import org.uplift.cycle.Actions;
import org.uplift.cycle.Cycle;
import org.uplift.cycle.Priorities;
import org.uplift.cycle.Priority;

/** Takes over into the next cycle what an evaluation carries forward. */
@ApplicationScoped
class CarryingForward {
    @Inject
    Evaluations evaluations;

    @Inject
    Priorities priorities;

    @Inject
    Actions actions;

    /** Copies the priorities that go on, and those of their open actions that do; gives how many priorities. */
    int forward(Cycle cycle, Cycle next) {
        List<Evaluation> carried = evaluations.ofCycle(cycle.id()).stream()
                .filter(Evaluation::carryForward)
                .toList();
        Map<UUID, Priority> goingOn = new HashMap<>();
        for (Evaluation evaluation : carried) {
            Priority priority = evaluation
                    .priority()
                    .carriedTo(next, evaluation.lessons(), result(cycle, evaluation), goingOn.size() + 1);
            priorities.persist(priority);
            goingOn.put(evaluation.priority().id(), priority);
        }
        for (Action action : actions.carriedForward(cycle.id())) {
            Priority priority = goingOn.get(action.priority().id());
            if (priority != null) {
                actions.persist(action.carriedTo(priority));
            }
        }
        return carried.size();
    }

    private static String result(Cycle cycle, Evaluation evaluation) {
        Achievement judgement = evaluation.judgement();
        return "Evaluation of " + cycle.academicYear() + ": " + (judgement == null ? "not judged" : judgement.words());
    }
}
