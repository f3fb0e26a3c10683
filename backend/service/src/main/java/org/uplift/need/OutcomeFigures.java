package org.uplift.need;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.uplift.outcome.Measure;
import org.uplift.outcome.OpenOutcome;
import org.uplift.school.AcademicYear;

/**
 * Indicators that are computed from the outcomes of one school. Of each academic year its latest point counts.
 *
 * @param outcomes those of the school, newest year first and of each year the latest point first
 * @param year the academic year of the assessment
 */
record OutcomeFigures(List<OpenOutcome> outcomes, Map<String, Measure> measures, AcademicYear year) {
    static final String ALL = "ALL";
    static final String DISADVANTAGED = "DISADVANTAGED";
    static final String OTHERS = "NOT_DISADVANTAGED";
    static final Set<String> GROUPS = Set.of(ALL, DISADVANTAGED, OTHERS);

    /** Older results say nothing about today. */
    static final int OLDEST = 2;

    /** So many years a trend goes back from its newest value. */
    static final int TREND = 3;

    private static final int FEWEST = 3;

    Figure figure(NeedIndicator indicator) {
        return switch (indicator.computation()) {
            case AGAINST_ENGLAND -> againstEngland(indicator);
            case THREE_YEAR_TREND -> trend(indicator);
            case DISADVANTAGED_GAP -> gap(indicator);
            case LOWEST -> lowest(indicator);
            case VALUE -> value(indicator);
            default -> throw new IllegalArgumentException(indicator.computation() + " is not computed from outcomes");
        };
    }

    private Figure againstEngland(NeedIndicator indicator) {
        String measure = indicator.measureCodes().getFirst();
        return recent(indicator, measure, ALL).stream()
                .filter(outcome -> outcome.value() != null && outcome.england() != null)
                .findFirst()
                .map(outcome -> Figure.of(
                        known(outcome.value()).subtract(known(outcome.england())),
                        shown(outcome) + " here, " + shown(measure, known(outcome.england())) + " in England, "
                                + when(outcome) + "."))
                .orElseGet(() -> recent(indicator, measure, ALL).stream().anyMatch(outcome -> outcome.value() != null)
                        ? Figure.missing("There is no value of England for a year of which the school has one.")
                        : none(indicator, ALL));
    }

    private Figure trend(NeedIndicator indicator) {
        List<OpenOutcome> known = yearly(indicator, indicator.measureCodes().getFirst()).stream()
                .filter(outcome -> outcome.value() != null)
                .toList();
        if (known.isEmpty()) {
            return none(indicator, ALL);
        }
        AcademicYear newest = known.getFirst().academicYear();
        List<OpenOutcome> course = known.stream()
                .filter(outcome -> outcome.academicYear().compareTo(newest.minus(TREND)) >= 0)
                .sorted(Comparator.comparing(OpenOutcome::academicYear))
                .toList();
        if (newest.compareTo(year.minus(OLDEST)) < 0 || course.size() < FEWEST) {
            return Figure.missing("A trend needs values of three of the last years.");
        }
        return Figure.of(
                slope(course).multiply(BigDecimal.valueOf(TREND)),
                course.stream().map(this::shown).collect(Collectors.joining(", ")) + " from "
                        + course.getFirst().academicYear() + " to " + newest + ".");
    }

    /** By how much the line of least squares rises in a year. */
    private static BigDecimal slope(List<OpenOutcome> course) {
        long first = course.getFirst().academicYear().start();
        BigDecimal count = BigDecimal.valueOf(course.size());
        BigDecimal years = BigDecimal.ZERO;
        BigDecimal squares = BigDecimal.ZERO;
        BigDecimal values = BigDecimal.ZERO;
        BigDecimal products = BigDecimal.ZERO;
        for (OpenOutcome outcome : course) {
            BigDecimal at = BigDecimal.valueOf(outcome.academicYear().start() - first);
            years = years.add(at);
            squares = squares.add(at.multiply(at));
            values = values.add(known(outcome.value()));
            products = products.add(at.multiply(known(outcome.value())));
        }
        return count.multiply(products)
                .subtract(years.multiply(values))
                .divide(count.multiply(squares).subtract(years.multiply(years)), MathContext.DECIMAL64);
    }

    private Figure gap(NeedIndicator indicator) {
        String measure = indicator.measureCodes().getFirst();
        List<OpenOutcome> others = recent(indicator, measure, OTHERS);
        for (OpenOutcome one : recent(indicator, measure, DISADVANTAGED)) {
            Optional<OpenOutcome> other = others.stream()
                    .filter(same -> same.academicYear().equals(one.academicYear()) && same.value() != null)
                    .findFirst();
            if (one.value() != null && other.isPresent()) {
                return Figure.of(
                        one.value().subtract(known(other.get().value())),
                        shown(one) + " of disadvantaged pupils, " + shown(other.get()) + " of others, " + when(one)
                                + ".");
            }
        }
        return none(indicator, DISADVANTAGED);
    }

    private Figure lowest(NeedIndicator indicator) {
        List<OpenOutcome> found = new ArrayList<>();
        for (String measure : indicator.measureCodes()) {
            latest(indicator, measure).ifPresent(found::add);
        }
        return found.stream()
                .min(Comparator.comparing(outcome -> known(outcome.value())))
                .map(outcome -> Figure.of(
                        known(outcome.value()), label(outcome) + ": " + shown(outcome) + ", " + when(outcome) + "."))
                .orElseGet(() -> none(indicator, ALL));
    }

    private Figure value(NeedIndicator indicator) {
        return indicator.measureCodes().stream()
                .flatMap(measure -> latest(indicator, measure).stream())
                .findFirst()
                .map(outcome -> Figure.of(known(outcome.value()), shown(outcome) + ", " + when(outcome) + "."))
                .orElseGet(() -> none(indicator, ALL));
    }

    /** Why there is no figure. */
    private Figure none(NeedIndicator indicator, String group) {
        boolean hidden = indicator.measureCodes().stream()
                .anyMatch(measure -> !recent(indicator, measure, group).isEmpty());
        return Figure.missing(
                hidden
                        ? "There are too few pupils: what few pupils have done is not used for anybody."
                        : "There is no value of this year or the two years before.");
    }

    private Optional<OpenOutcome> latest(NeedIndicator indicator, String measure) {
        return recent(indicator, measure, ALL).stream()
                .filter(outcome -> outcome.value() != null)
                .findFirst();
    }

    private List<OpenOutcome> recent(NeedIndicator indicator, String measure, String group) {
        return of(indicator, measure, group)
                .filter(outcome -> outcome.academicYear().compareTo(year.minus(OLDEST)) >= 0)
                .toList();
    }

    /** One for each academic year, the newest first. */
    private List<OpenOutcome> yearly(NeedIndicator indicator, String measure) {
        return List.copyOf(of(indicator, measure, ALL)
                .collect(Collectors.toMap(
                        OpenOutcome::academicYear, outcome -> outcome, (latest, earlier) -> latest, LinkedHashMap::new))
                .values());
    }

    private Stream<OpenOutcome> of(NeedIndicator indicator, String measure, String group) {
        @Nullable String point = indicator.assessmentPoint();
        return outcomes.stream()
                .filter(outcome -> outcome.measureCode().equals(measure)
                        && outcome.pupilGroup().equals(group)
                        && (point == null || point.equals(outcome.assessmentPoint())));
    }

    private String shown(OpenOutcome outcome) {
        return shown(outcome.measureCode(), known(outcome.value()));
    }

    private String shown(String measure, BigDecimal value) {
        return measure(measure).show(value);
    }

    private String label(OpenOutcome outcome) {
        return measure(outcome.measureCode()).label();
    }

    private Measure measure(String code) {
        Measure measure = measures.get(code);
        if (measure == null) {
            throw new IllegalStateException("There is no measure " + code);
        }
        return measure;
    }

    private static String when(OpenOutcome outcome) {
        return outcome.assessmentPoint() + " " + outcome.academicYear();
    }

    private static BigDecimal known(@Nullable BigDecimal value) {
        if (value == null) {
            throw new IllegalStateException("A value that is not known is not computed with");
        }
        return value;
    }
}
