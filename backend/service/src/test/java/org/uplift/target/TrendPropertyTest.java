package org.uplift.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class TrendPropertyTest {
    private static final LocalDate START = LocalDate.of(2025, 9, 1);
    private static final double CLOSE = 1e-6;

    @Provide
    Arbitrary<Map<LocalDate, Double>> values() {
        return Arbitraries.maps(
                        Arbitraries.integers().between(0, 400).map(START::plusDays),
                        Arbitraries.doubles().between(0, 100))
                .ofMinSize(3)
                .ofMaxSize(8)
                .map(TreeMap::new);
    }

    private static Map<LocalDate, Double> each(Map<LocalDate, Double> values, DoubleUnaryOperator change) {
        Map<LocalDate, Double> changed = new HashMap<>();
        values.forEach((day, value) -> changed.put(day, change.applyAsDouble(value)));
        return changed;
    }

    private static void same(double one, double other) {
        assertEquals(one, other, CLOSE * Math.max(1, Math.abs(one)));
    }

    @Property
    void onAStraightLineTheIntervalIsTheLine(
            @ForAll("values") Map<LocalDate, Double> any,
            @ForAll @DoubleRange(min = -1, max = 1) double slope,
            @ForAll @IntRange(min = 0, max = 700) int day) {
        Map<LocalDate, Double> line = new HashMap<>();
        any.keySet().forEach(at -> line.put(at, 50 + slope * (at.toEpochDay() - START.toEpochDay())));
        Trend.Estimate estimate = new Trend(line).at(START.plusDays(day));
        same(50 + slope * day, estimate.value());
        same(estimate.value(), estimate.low());
        same(estimate.value(), estimate.high());
    }

    @Property
    void whatIsShiftedAndScaledIsForecastShiftedAndScaled(
            @ForAll("values") Map<LocalDate, Double> values,
            @ForAll @DoubleRange(min = -50, max = 50) double shift,
            @ForAll @DoubleRange(min = 0.1, max = 10) double scale,
            @ForAll @IntRange(min = 0, max = 700) int day) {
        Trend.Estimate before = new Trend(values).at(START.plusDays(day));
        Trend.Estimate after = new Trend(each(values, value -> shift + scale * value)).at(START.plusDays(day));
        same(shift + scale * before.value(), after.value());
        same(shift + scale * before.low(), after.low());
        same(shift + scale * before.high(), after.high());
    }

    /** Lower is better where higher was: the ends of the interval change places. */
    @Property
    void whatIsMirroredIsForecastMirrored(
            @ForAll("values") Map<LocalDate, Double> values, @ForAll @IntRange(min = 0, max = 700) int day) {
        Trend.Estimate before = new Trend(values).at(START.plusDays(day));
        Trend.Estimate after = new Trend(each(values, value -> -value)).at(START.plusDays(day));
        same(-before.value(), after.value());
        same(-before.low(), after.high());
        same(-before.high(), after.low());
    }

    @Property
    void theIntervalWidensWithTheWayAhead(
            @ForAll("values") Map<LocalDate, Double> values, @ForAll @IntRange(min = 400, max = 700) int day) {
        Trend trend = new Trend(values);
        Trend.Estimate near = trend.at(START.plusDays(day));
        Trend.Estimate far = trend.at(START.plusDays(day + 30L));
        assertTrue(far.high() - far.low() >= near.high() - near.low() - CLOSE);
    }
}
