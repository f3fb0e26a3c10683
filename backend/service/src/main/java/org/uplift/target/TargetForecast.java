package org.uplift.target;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.uplift.outcome.Actual;
import org.uplift.platform.Words;

/** Where a target would end if things went on as they have, or why nobody can say yet. */
@Schema(
        description = "Where a target would end if things went on as they have, or why nobody can say yet.",
        examples = """
        {"date": "2027-07-31", "points": 2, "days": [],
         "sentence": "There is no forecast yet: it needs 3 values on different dates, the baseline included, and there are 2."}""")
record TargetForecast(
        @Schema(description = "The due date") LocalDate date,

        @Schema(
                description = "The forecast in a sentence, or why there is none",
                examples = "On the way so far it would be about 64 (between 60 and 68, four times in five).")
        String sentence,

        @Schema(description = "What it would be about; absent without a forecast") @Nullable
        BigDecimal value,

        @Schema(description = "Lower end of the 80 % prediction interval") @Nullable
        BigDecimal low,

        @Schema(description = "Upper end of it") @Nullable BigDecimal high,

        @Schema(description = "How many values it rests on, the baseline included")
        int points,

        @Schema(description = "The same on the way from the latest actual to the due date; empty without a forecast")
        List<Day> days) {

    private static final int FEWEST = 3;
    private static final int STEPS = 8;
    private static final int PRECISION = 6;
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    @Schema(name = "TargetForecastDay", description = "What is forecast of a day, with its 80 % prediction interval.")
    record Day(LocalDate date, BigDecimal value, BigDecimal low, BigDecimal high) {}

    /**
     * The forecast on a day, from the actuals as the reader may see them.
     *
     * @param share the measure is a percentage, and stays between 0 and 100
     */
    static TargetForecast of(Aim aim, List<Actual> actuals, LocalDate today, boolean share) {
        List<Actual> since = TargetStatus.since(aim, actuals, today);
        List<Actual> results = TargetStatus.results(since);
        TreeMap<LocalDate, Double> values =
                new TreeMap<>(Map.of(aim.baselineDate(), aim.baseline().doubleValue()));
        for (Actual actual : results) {
            BigDecimal value = actual.value();
            if (value != null) {
                values.put(actual.date(), value.doubleValue());
            }
        }
        return hindrance(aim, since, results, today, values.size())
                .map(why -> new TargetForecast(aim.dueDate(), why, null, null, null, values.size(), List.of()))
                .orElseGet(() -> drawn(aim, values, share));
    }

    private static Optional<String> hindrance(
            Aim aim, List<Actual> since, List<Actual> results, LocalDate today, int points) {
        if (since.stream().anyMatch(actual -> aim.isDue(actual) && !actual.partial())) {
            return Optional.of("The result for the due point is there; nothing is left to forecast.");
        }
        if (today.isAfter(aim.dueDate())) {
            return Optional.of("The due date has passed; nothing is left to forecast.");
        }
        if (since.stream().anyMatch(Actual::suppressed)) {
            return Optional.of("There is no forecast, because one of the results is suppressed.");
        }
        Optional<Actual> partial = results.stream().filter(Actual::partial).findFirst();
        if (partial.isPresent()) {
            return Optional.of("There is no forecast, because the result on "
                    + Words.day(partial.get().date()) + " is of less than 95 % of the pupils.");
        }
        return points < FEWEST
                ? Optional.of("There is no forecast yet: it needs " + FEWEST
                        + " values on different dates, the baseline included, and there "
                        + (points == 1 ? "is 1." : "are " + points + "."))
                : Optional.empty();
    }

    private static TargetForecast drawn(Aim aim, TreeMap<LocalDate, Double> values, boolean share) {
        Trend trend = new Trend(values);
        LocalDate latest = values.lastKey();
        long left = ChronoUnit.DAYS.between(latest, aim.dueDate());
        List<Day> days = IntStream.rangeClosed(0, STEPS)
                .mapToObj(step -> latest.plusDays(left * step / STEPS))
                .distinct()
                .map(date -> day(date, trend.at(date), share))
                .toList();
        Day end = days.getLast();
        return new TargetForecast(
                aim.dueDate(),
                "On the way so far it would be about " + aim.shown(end.value()) + " (between " + aim.shown(end.low())
                        + " and " + aim.shown(end.high()) + ", four times in five).",
                end.value(),
                end.low(),
                end.high(),
                values.size(),
                days);
    }

    private static Day day(LocalDate date, Trend.Estimate estimate, boolean share) {
        return new Day(date, held(estimate.value(), share), held(estimate.low(), share), held(estimate.high(), share));
    }

    private static BigDecimal held(double value, boolean share) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(PRECISION, RoundingMode.HALF_UP);
        return share ? rounded.max(BigDecimal.ZERO).min(WHOLE) : rounded;
    }
}
