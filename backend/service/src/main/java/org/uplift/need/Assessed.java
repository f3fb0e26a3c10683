package org.uplift.need;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A school as it is assessed: each indicator that applies with what it contributes, the score of them together, and the level that
 * follows.
 *
 * @param level none where too little could be computed
 * @param floor why the level is at least that of a school in concern; none where nothing says so
 */
record Assessed(
        int schoolUrn,
        List<Counted> counted,
        NeedScore score,
        @Nullable NeedLevel level,
        @Nullable String floor) {

    /** An indicator, what it is, and what it contributes. */
    record Counted(NeedIndicator indicator, Figure figure) {
        BigDecimal contribution() {
            return figure.value() == null ? BigDecimal.ZERO : indicator.weight().contribution(figure.value());
        }

        private NeedScore.Part part() {
            return new NeedScore.Part(
                    figure.value() == null ? null : contribution(),
                    indicator.weight().maximum());
        }
    }

    static Assessed of(SchoolFacts facts, OutcomeFigures outcomes, List<NeedIndicator> indicators, Levels levels) {
        List<Counted> counted = new ArrayList<>();
        for (NeedIndicator indicator : indicators) {
            if (indicator.appliesTo(facts.taught())) {
                figure(indicator, facts, outcomes)
                        .map(found -> found.value() == null
                                ? found
                                : Figure.of(indicator.stepped(found.value()), found.basis()))
                        .ifPresent(figure -> counted.add(new Counted(indicator, figure)));
            }
        }
        NeedScore score = NeedScore.of(counted.stream().map(Counted::part).toList());
        @Nullable String floor = facts.floor().orElse(null);
        return new Assessed(
                facts.urn(),
                List.copyOf(counted),
                score,
                levels.of(score.score(), floor != null).orElse(null),
                floor);
    }

    private static Optional<Figure> figure(NeedIndicator indicator, SchoolFacts facts, OutcomeFigures outcomes) {
        return indicator.measureCodes().isEmpty()
                ? facts.figure(indicator.computation())
                : Optional.of(outcomes.figure(indicator));
    }
}
