package org.uplift.target;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.uplift.outcome.OutcomeValue;
import org.uplift.school.AcademicYear;

/** What helps to set a target: where a school stands, where it comes from, and what is usual. */
@Schema(
        description = "What helps to set a target: where a school stands, where it comes from, and what is usual.",
        examples = """
        {"latest": {"date": "2026-11-06", "value": 48.275862, "display": "48%"},
         "years": [{"academicYear": "2024/2025", "value": 52, "display": "52%", "england": 62, "localAuthority": 37,
                    "trust": 37.164223, "similarSchools": 35.785256}],
         "yearlyChange": 0.137931, "similarYearlyChange": 1.211539, "dueDate": "2027-07-31",
         "termEnds": ["2026-12-31", "2027-03-31"]}""")
record TargetHelp(
        @Schema(description = "The newest value that is complete: a baseline; absent without one that you may see")
        @Nullable
        Latest latest,

        @Schema(description = "The five academic years before the due year as far as there are values, oldest first")
        List<Year> years,

        @Schema(
                description =
                        "What a year usually changed in the school: the median; absent with fewer than two changes")
        @Nullable
        BigDecimal yearlyChange,

        @Schema(description = "The same of similar schools") @Nullable
        BigDecimal similarYearlyChange,

        @Schema(description = "The end of the due year: when a target may be due")
        LocalDate dueDate,

        @Schema(
                description =
                        "The ends of the terms from the latest value, or the start of the due year, until the due date;"
                                + " on these days a trajectory has its points")
        List<LocalDate> termEnds) {

    private static final int YEARS = 5;
    private static final String END_OF_YEAR = "summer";

    @Schema(name = "TargetHelpLatest", description = "A value that may be a baseline.")
    record Latest(
            LocalDate date,
            @Schema(description = "Unrounded") BigDecimal value,
            @Schema(examples = "61%") String display) {}

    @Schema(
            name = "TargetHelpYear",
            description = "What a measure was at the end of an academic year, here and elsewhere.")
    record Year(
            AcademicYear academicYear,

            @Schema(description = "Unrounded; absent when there is a symbol") @Nullable
            BigDecimal value,

            @Schema(description = "Rounded, or the symbol: c suppressed, z not applicable, x not available")
            String display,

            @Nullable BigDecimal england,
            @Nullable BigDecimal localAuthority,
            @Nullable BigDecimal trust,
            @Nullable BigDecimal similarSchools) {

        static Year of(OutcomeValue row) {
            return new Year(
                    row.academicYear(),
                    row.value(),
                    row.display(),
                    row.benchmarks().england(),
                    row.benchmarks().localAuthority(),
                    row.benchmarks().trust(),
                    row.benchmarks().similarSchools());
        }
    }

    /**
     * From what a measure was in a school and elsewhere.
     *
     * @param values newest first, as the reader may see them
     */
    static TargetHelp of(List<OutcomeValue> values, AcademicYear due) {
        List<Year> years = years(values, due);
        Optional<Latest> latest = values.stream()
                .filter(row -> !row.partial())
                .filter(row -> !row.date().isAfter(due.lastDay()))
                .flatMap(row -> row.value() == null
                        ? Stream.empty()
                        : Stream.of(new Latest(row.date(), row.value(), row.display())))
                .max(Comparator.comparing(Latest::date));
        LocalDate dueDate = due.termEnds().getLast();
        LocalDate start = latest.map(Latest::date).orElse(due.firstDay());
        return new TargetHelp(
                latest.orElse(null),
                years,
                yearlyChange(years, Year::value),
                yearlyChange(years, Year::similarSchools),
                dueDate,
                IntStream.rangeClosed(AcademicYear.of(start).start(), due.start())
                        .mapToObj(AcademicYear::new)
                        .flatMap(year -> year.termEnds().stream())
                        .filter(date -> date.isAfter(start) && date.isBefore(dueDate))
                        .toList());
    }

    /** Of several values of a year the one with a value, the most settled, and of these the published one. */
    private static List<Year> years(List<OutcomeValue> values, AcademicYear due) {
        Comparator<OutcomeValue> best = Comparator.comparing((OutcomeValue row) -> row.value() == null)
                .thenComparing(row -> List.of("final", "revised", "provisional").indexOf(row.resultStatus()))
                .thenComparing(row -> List.of("published", "pushed", "computed").indexOf(row.source()));
        Map<AcademicYear, OutcomeValue> byYear = new TreeMap<>();
        values.stream()
                .filter(row -> row.assessmentPoint().equals(END_OF_YEAR))
                .filter(row -> row.academicYear().compareTo(due) < 0
                        && row.academicYear().compareTo(due.minus(YEARS)) >= 0)
                .sorted(best)
                .forEach(row -> byYear.putIfAbsent(row.academicYear(), row));
        return byYear.values().stream().map(Year::of).toList();
    }

    /** Between years that follow each other; the median, so that one odd year does not make it. */
    private static @Nullable BigDecimal yearlyChange(List<Year> years, Function<Year, @Nullable BigDecimal> value) {
        List<BigDecimal> changes = new ArrayList<>();
        for (int at = 1; at < years.size(); at++) {
            BigDecimal before = value.apply(years.get(at - 1));
            BigDecimal after = value.apply(years.get(at));
            boolean next = years.get(at)
                    .academicYear()
                    .minus(1)
                    .equals(years.get(at - 1).academicYear());
            if (next && before != null && after != null) {
                changes.add(after.subtract(before));
            }
        }
        return changes.size() < 2 ? null : median(changes.stream().sorted().toList());
    }

    private static BigDecimal median(List<BigDecimal> sorted) {
        BigDecimal lower = sorted.get((sorted.size() - 1) / 2);
        BigDecimal upper = sorted.get(sorted.size() / 2);
        return lower.add(upper).divide(BigDecimal.valueOf(2), 6, RoundingMode.HALF_UP);
    }
}
