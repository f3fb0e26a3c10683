package org.uplift.need;

import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.uplift.platform.Words;
import org.uplift.school.AcademicYear;

/**
 * What is known of a school on a day beside its outcomes.
 *
 * @param row one of facts.sql
 */
record SchoolFacts(Tuple row, LocalDate day) {
    private static final String REPORT_CARD = "report-card";
    private static final BigDecimal DAYS_OF_YEAR = new BigDecimal("365.25");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int DECIMALS = 6;

    int urn() {
        return row.get("urn", Integer.class);
    }

    Taught taught() {
        return new Taught(
                row.get("phase", String.class), row.get("low_age", Integer.class), row.get("high_age", Integer.class));
    }

    /** Why the school has at least the level of a school in concern; empty where nothing says so. */
    Optional<String> floor() {
        String category = row.get("category", String.class);
        if (category != null) {
            return Optional.of("Category of concern: " + category + ", inspection of " + on("category_since") + ".");
        }
        if (row.get("unsafe_since") != null) {
            return Optional.of("Safeguarding was not met at the inspection of " + on("unsafe_since") + ".");
        }
        return row.get("urgent_since") == null
                ? Optional.empty()
                : Optional.of("An area needs urgent improvement, inspection of " + on("urgent_since") + ".");
    }

    /** An indicator that is not computed from outcomes; empty where it does not apply to the school. */
    Optional<Figure> figure(Computation computation) {
        boolean card = REPORT_CARD.equals(row.get("framework", String.class));
        return switch (computation) {
            case LEAST_GOOD_JUDGEMENT -> card ? Optional.empty() : Optional.of(leastGood());
            case AREAS_BELOW_EXPECTED -> card ? Optional.of(belowExpected()) : Optional.empty();
            case YEARS_SINCE_INSPECTION ->
                Optional.of(
                        yearsSince("inspected_on", "Last inspected on ", "No inspection of this school is recorded."));
            case YEARS_OF_HEADSHIP ->
                Optional.of(yearsSince(
                        "head_since",
                        "The headteacher's membership began on ",
                        "Nobody has a membership as the headteacher of this school."));
            case CHANGE_IN_ROLL -> Optional.of(roll());
            case LAST_EVALUATION -> Optional.of(evaluation());
            case OPEN_CONCERNS ->
                Optional.of(Figure.of(
                        number("concerns"), "Points of the open concerns that are not restricted, in whole sixes."));
            case AGAINST_ENGLAND, THREE_YEAR_TREND, DISADVANTAGED_GAP, LOWEST, VALUE ->
                throw new IllegalArgumentException(computation + " is computed from outcomes");
        };
    }

    private Figure leastGood() {
        BigDecimal worst = row.get("worst", BigDecimal.class);
        return worst == null
                ? Figure.missing("No inspection with a judgement is recorded.")
                : Figure.of(worst, row.get("worst_words", String.class) + ", inspection of " + on("judged_on") + ".");
    }

    private Figure belowExpected() {
        String below = row.get("below_words", String.class);
        return Figure.of(
                number("total"),
                (below == null ? "No area is below the expected standard" : below) + ", report card of "
                        + on("judged_on") + ".");
    }

    private Figure yearsSince(String column, String said, String why) {
        LocalDate since = row.get(column, LocalDate.class);
        return since == null
                ? Figure.missing(why)
                : Figure.of(
                        BigDecimal.valueOf(ChronoUnit.DAYS.between(since, day))
                                .divide(DAYS_OF_YEAR, DECIMALS, RoundingMode.HALF_UP),
                        said + Words.day(since) + ".");
    }

    private Figure roll() {
        Number now = row.get("roll", Number.class);
        Number before = row.get("roll_before", Number.class);
        if (now == null || before == null || before.intValue() == 0) {
            return Figure.missing("The number on roll is not known for this year and the year before.");
        }
        BigDecimal was = BigDecimal.valueOf(before.longValue());
        return Figure.of(
                BigDecimal.valueOf(now.longValue())
                        .subtract(was)
                        .multiply(HUNDRED)
                        .divide(was, DECIMALS, RoundingMode.HALF_UP),
                now + " pupils on roll, " + before + " the year before.");
    }

    private Figure evaluation() {
        BigDecimal points = row.get("evaluation", BigDecimal.class);
        if (points == null) {
            return Figure.missing("No earlier cycle has been evaluated.");
        }
        int priorities = row.get("evaluated_priorities", Number.class).intValue();
        return Figure.of(
                points,
                (priorities == 1 ? "One priority" : priorities + " priorities") + " of "
                        + new AcademicYear(
                                row.get("evaluated_year", Number.class).intValue())
                        + " evaluated.");
    }

    private BigDecimal number(String column) {
        return row.get(column, BigDecimal.class);
    }

    private String on(String column) {
        @Nullable LocalDate date = row.get(column, LocalDate.class);
        return date == null ? "–" : Words.day(date);
    }
}
