package org.uplift.outcome;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.uplift.outcome.Suppression.Cell;

/**
 * Which cells of the trust are hidden. The measures and terms of a year are mostly about the same pupils, and to find what
 * follows from them takes long: what is asked again within a request is answered as before.
 */
@RequestScoped
class TrustSuppression {
    /**
     * What the answer follows from.
     *
     * @param schools pupils by cell, of the schools that the reader sees
     * @param hidden which of their cells the reader does not see
     * @param others pupils by cell, of the schools that the reader does not see, together
     * @param already cells of the trust that are hidden for another reason
     */
    record Pupils(
            Map<Integer, Map<Cell, Integer>> schools,
            Map<Integer, Set<Cell>> hidden,
            Map<Cell, Integer> others,
            Set<Cell> already) {}

    @Inject
    PupilGroups groups;

    private final Map<Pupils, Set<Cell>> answers = new HashMap<>();

    Set<Cell> hidden(Pupils pupils) {
        return answers.computeIfAbsent(pupils, this::find);
    }

    private Set<Cell> find(Pupils pupils) {
        return groups.suppression().hiddenOfTrust(pupils.schools(), pupils.hidden(), pupils.others(), pupils.already());
    }
}
