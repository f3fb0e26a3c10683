package org.uplift.target;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.uplift.outcome.Actual;
import org.uplift.platform.Words;

/**
 * How a target stands, by the one rule for it: the actual for the due point against the target, before that the latest
 * actual against the line that leads there.
 *
 * @param reason one sentence with the figures
 * @param latest the newest actual after the baseline; null without one, or where the reader may not see it
 * @param compared the actual that the status comes of; null where it comes of none
 * @param expected what the status compares with, as shown
 * @param tolerance how far below that still is at risk, as shown
 * @param decimals how many decimals the figures are shown with, so that they never contradict the status
 * @param direction where the last three actuals go; null with fewer
 */
record TargetStatus(
        Status status,
        String reason,
        @Nullable Actual latest,
        @Nullable Actual compared,
        @Nullable BigDecimal expected,
        BigDecimal tolerance,
        int decimals,
        @Nullable Direction direction) {

    static final String RESULT_OVERDUE = "result overdue";
    private static final int DAYS_TO_RESULT = 60;
    private static final int MOST_DECIMALS = 30;
    private static final List<String> BY_STANDING = List.of("provisional", "revised", "final");
    private static final Comparator<Actual> OLDEST_FIRST =
            Comparator.comparing(Actual::date).thenComparing(actual -> BY_STANDING.indexOf(actual.resultStatus()));

    /** The status on a day, from the actuals as the reader may see them. */
    static TargetStatus of(Aim aim, List<Actual> actuals, LocalDate today) {
        @Nullable Direction direction = Travel.direction(results(known(actuals, today)), aim.tolerance());
        List<Actual> since = since(aim, actuals, today);
        if (since.isEmpty()) {
            return noData(
                    aim,
                    "there is no actual after the baseline of " + shown(aim.baseline(), aim.decimals()) + " on "
                            + Words.day(aim.baselineDate()),
                    null,
                    direction);
        }
        Actual latest = since.getLast();
        @Nullable Actual visible = latest.suppressed() ? null : latest;
        Optional<Actual> due = since.stream()
                .filter(aim::isDue)
                .filter(actual -> !actual.partial())
                .reduce((older, newer) -> newer);
        if (due.isPresent()) {
            return compared(aim, due.get(), true, visible, direction);
        }
        if (!today.isBefore(overdueFrom(aim)) && since.stream().noneMatch(aim::isDue)) {
            return noData(
                    aim,
                    RESULT_OVERDUE + ", the one for " + aim.duePoint() + " " + aim.dueYear() + " was due on "
                            + Words.day(aim.dueDate()) + ", " + ChronoUnit.DAYS.between(aim.dueDate(), today)
                            + " days ago",
                    visible,
                    direction);
        }
        return compared(aim, latest, false, visible, direction);
    }

    /** From which day on the result for the due point should have come. */
    static LocalDate overdueFrom(Aim aim) {
        return aim.dueDate().plusDays(DAYS_TO_RESULT + 1);
    }

    /** The actuals that count on a day, oldest first, on one date the most settled last. */
    static List<Actual> since(Aim aim, List<Actual> actuals, LocalDate today) {
        return known(actuals, today).stream()
                .filter(actual -> actual.date().isAfter(aim.baselineDate()))
                .toList();
    }

    /** Of one assessment the newest: computed here and published later, it is one result and not two. */
    static List<Actual> results(List<Actual> actuals) {
        LinkedHashMap<String, Actual> newest = new LinkedHashMap<>();
        actuals.forEach(actual -> newest.putLast(actual.academicYear() + " " + actual.assessmentPoint(), actual));
        return List.copyOf(newest.values());
    }

    private static List<Actual> known(List<Actual> actuals, LocalDate today) {
        return actuals.stream()
                .filter(actual -> actual.suppressed() || actual.value() != null)
                .filter(actual -> !actual.date().isAfter(today))
                .sorted(OLDEST_FIRST)
                .toList();
    }

    private static TargetStatus noData(Aim aim, String why, @Nullable Actual latest, @Nullable Direction direction) {
        return new TargetStatus(
                Status.NO_DATA,
                aim.what() + ": " + why + ".",
                latest,
                null,
                null,
                rounded(aim.tolerance(), aim.decimals()),
                aim.decimals(),
                direction);
    }

    private static TargetStatus compared(
            Aim aim, Actual actual, boolean settled, @Nullable Actual latest, @Nullable Direction direction) {
        BigDecimal value = actual.value();
        if (actual.suppressed() || value == null) {
            return noData(
                    aim,
                    "the actual on " + Words.day(actual.date()) + " is suppressed, because it is about too few pupils",
                    null,
                    null);
        }
        BigDecimal expected = settled ? aim.target() : aim.expected(actual.date());
        BigDecimal tolerance = aim.tolerance();
        Status status = status(aim, settled, value, expected, tolerance);
        int decimals = aim.decimals();
        while (decimals < MOST_DECIMALS
                && status
                        != status(
                                aim,
                                settled,
                                rounded(value, decimals),
                                rounded(expected, decimals),
                                rounded(tolerance, decimals))) {
            decimals++;
        }
        return new TargetStatus(
                status,
                sentence(
                        aim,
                        actual,
                        status,
                        rounded(value, decimals),
                        rounded(expected, decimals),
                        rounded(tolerance, decimals)),
                latest,
                actual,
                rounded(expected, decimals),
                rounded(tolerance, decimals),
                decimals,
                direction);
    }

    private static Status status(
            Aim aim, boolean settled, BigDecimal actual, BigDecimal expected, BigDecimal tolerance) {
        BigDecimal ahead = aim.ahead(actual, expected);
        if (settled) {
            return ahead.signum() >= 0 ? Status.ACHIEVED : Status.MISSED;
        }
        if (ahead.signum() >= 0) {
            return Status.ON_TRACK;
        }
        return ahead.negate().compareTo(tolerance) <= 0 ? Status.AT_RISK : Status.OFF_TRACK;
    }

    private static String sentence(
            Aim aim, Actual actual, Status status, BigDecimal value, BigDecimal expected, BigDecimal tolerance) {
        BigDecimal ahead = aim.ahead(value, expected);
        String start = aim.what() + ": actual " + value.toPlainString() + " on " + Words.day(actual.date());
        String short_ = ahead.negate().toPlainString();
        String allowed = tolerance.toPlainString();
        return switch (status) {
            case ACHIEVED ->
                start + " for " + point(aim) + ", expected the target of " + expected.toPlainString()
                        + ", which is reached" + by(ahead) + " (tolerance " + allowed + ").";
            case MISSED ->
                start + " for " + point(aim) + ", expected the target of " + expected.toPlainString()
                        + ", which is missed by " + short_ + " (the tolerance of " + allowed
                        + " does not count at the due point).";
            default ->
                start + partial(actual) + ", expected " + expected.toPlainString() + ", "
                        + switch (status) {
                            case ON_TRACK ->
                                (ahead.signum() == 0 ? "as expected" : "ahead by " + ahead.toPlainString())
                                        + " (tolerance " + allowed + ").";
                            case AT_RISK -> "short by " + short_ + ", within the tolerance of " + allowed + ".";
                            default -> "short by " + short_ + ", more than the tolerance of " + allowed + ".";
                        };
        };
    }

    private static String by(BigDecimal ahead) {
        return ahead.signum() == 0 ? "" : " with " + ahead.toPlainString() + " to spare";
    }

    private static String partial(Actual actual) {
        return actual.partial() ? " from results of less than 95 % of the pupils" : "";
    }

    private static String point(Aim aim) {
        return aim.duePoint() + " " + aim.dueYear();
    }

    private static String shown(BigDecimal value, int decimals) {
        return rounded(value, decimals).toPlainString();
    }

    private static BigDecimal rounded(BigDecimal value, int decimals) {
        return value.setScale(decimals, RoundingMode.HALF_UP);
    }

    /** A value as it is shown beside this status. */
    String display(BigDecimal value) {
        return shown(value, decimals);
    }
}
