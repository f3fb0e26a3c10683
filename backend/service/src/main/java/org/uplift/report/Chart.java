package org.uplift.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.uplift.evaluation.CycleEvaluation.EvaluatedTarget;
import org.uplift.platform.Words;
import org.uplift.target.SeriesPoint;
import org.uplift.target.TargetSummary;
import org.uplift.target.TrajectoryPoint;

/**
 * The expected line of a target and the results on it.
 *
 * @param alt the same in words, for who does not see it
 * @param actual the results as places between 0 and 1, as {@code 0.5,0.25 1,0.5}
 * @param expected the line in the same form
 */
public record Chart(String caption, String alt, String actual, String expected) {
    /** The one of a target; nothing where the reader sees no result. */
    static @Nullable Chart of(EvaluatedTarget evaluated) {
        TargetSummary target = evaluated.target();
        SortedMap<LocalDate, BigDecimal> actual = new TreeMap<>();
        for (SeriesPoint point : evaluated.series()) {
            BigDecimal value = point.value();
            if (value != null) {
                actual.put(point.date(), value);
            }
        }
        if (actual.isEmpty()) {
            return null;
        }
        SortedMap<LocalDate, BigDecimal> expected = new TreeMap<>();
        expected.put(target.baselineDate(), target.baselineValue());
        for (TrajectoryPoint point : target.trajectory()) {
            expected.put(point.date(), point.value());
        }
        expected.put(target.dueDate(), target.targetValue());
        Frame frame = Frame.around(actual, expected);
        String words = "Expected " + words(expected) + ". Actual " + words(actual) + ".";
        return new Chart(
                target.measureLabel() + ": expected (dashed) and actual (dots)",
                target.measureLabel() + ". " + words,
                frame.places(actual),
                frame.places(expected));
    }

    private static String words(SortedMap<LocalDate, BigDecimal> values) {
        return values.entrySet().stream()
                .map(point -> Words.figure(point.getValue()) + " on " + Words.day(point.getKey()))
                .collect(Collectors.joining(", "));
    }

    private record Frame(long first, long last, double low, double high) {
        static Frame around(SortedMap<LocalDate, BigDecimal> actual, SortedMap<LocalDate, BigDecimal> expected) {
            List<LocalDate> dates = Stream.of(actual, expected)
                    .flatMap(values -> values.keySet().stream())
                    .sorted()
                    .toList();
            List<Double> values = Stream.of(actual, expected)
                    .flatMap(some -> some.values().stream())
                    .map(BigDecimal::doubleValue)
                    .sorted()
                    .toList();
            return new Frame(
                    dates.getFirst().toEpochDay(), dates.getLast().toEpochDay(), values.getFirst(), values.getLast());
        }

        String places(SortedMap<LocalDate, BigDecimal> values) {
            return values.entrySet().stream()
                    .map(point -> String.format(
                            Locale.ROOT,
                            "%.4f,%.4f",
                            share(point.getKey().toEpochDay(), first, last),
                            share(point.getValue().doubleValue(), low, high)))
                    .collect(Collectors.joining(" "));
        }

        private static double share(double value, double from, double to) {
            return to == from ? 0.5 : (value - from) / (to - from);
        }
    }
}
