package org.uplift.outcome;

import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.uplift.school.AcademicYear;

/**
 * The newest value of a measure in a school as its reader may see it, beside what it was a year before and what it is elsewhere;
 * all of them as they are shown, a symbol where there is no value.
 *
 * @param before at the same point of the year before; null where nothing is known of it
 * @param disadvantaged the same for disadvantaged pupils; null where nothing is known of it
 * @param england null where nothing is known of it
 * @param localAuthority null where nothing is known of it
 * @param behindEngland the whole confidence interval is on the worse side of England
 */
public record HeadlineOutcome(
        int schoolUrn,
        String measureCode,
        String measureLabel,
        String cohort,
        AcademicYear academicYear,
        String assessmentPoint,
        String resultStatus,
        String display,
        @Nullable String before,
        @Nullable String disadvantaged,
        @Nullable String england,
        @Nullable String localAuthority,
        boolean behindEngland) {
    private static final String DISADVANTAGED = "DISADVANTAGED";
    private static final String SUMMER = "summer";

    /** What is told on one line. */
    record Key(int schoolUrn, String measureCode, String cohort) {
        static Key of(Tuple row) {
            return new Key(
                    row.get("school_urn", Integer.class),
                    row.get("measure_code", String.class),
                    row.get("cohort", String.class));
        }
    }

    /** The lines of a measure, from its values, newest first: the newest one, and that of the last summer where it is another. */
    static List<HeadlineOutcome> of(List<Tuple> values, Sight sight) {
        List<Tuple> whole = values.stream()
                .filter(row -> group(row).equals(Suppression.WHOLE))
                .toList();
        return Stream.concat(
                        whole.stream().limit(1),
                        whole.stream().filter(row -> point(row).equals(SUMMER)).limit(1))
                .distinct()
                .map(row -> of(row, values, sight))
                .toList();
    }

    private static HeadlineOutcome of(Tuple row, List<Tuple> values, Sight sight) {
        boolean hidden = sight.hides(row);
        return new HeadlineOutcome(
                row.get("school_urn", Integer.class),
                row.get("measure_code", String.class),
                row.get("measure_label", String.class),
                row.get("cohort", String.class),
                year(row),
                point(row),
                row.get("result_status", String.class),
                display(row, sight),
                at(values, year(row).start() - 1, point(row), Suppression.WHOLE, sight),
                at(values, year(row).start(), point(row), DISADVANTAGED, sight),
                shown(row, row.get("england", BigDecimal.class)),
                shown(row, row.get("local_authority", BigDecimal.class)),
                !hidden && isBehind(row));
    }

    private static @Nullable String at(List<Tuple> values, int year, String point, String group, Sight sight) {
        return values.stream()
                .filter(row -> year(row).start() == year
                        && point(row).equals(point)
                        && group(row).equals(group))
                .findFirst()
                .map(row -> display(row, sight))
                .orElse(null);
    }

    private static String display(Tuple row, Sight sight) {
        if (sight.hides(row)) {
            return "c";
        }
        String value = shown(row, row.get("value", BigDecimal.class));
        return value == null ? Objects.requireNonNullElse(row.get("symbol", String.class), "x") : value;
    }

    private static @Nullable String shown(Tuple row, @Nullable BigDecimal value) {
        return value == null
                ? null
                : Shown.of(value, row.get("decimals", Integer.class), row.get("unit", String.class));
    }

    private static boolean isBehind(Tuple row) {
        BigDecimal england = row.get("england", BigDecimal.class);
        BigDecimal lower = row.get("confidence_lower", BigDecimal.class);
        BigDecimal upper = row.get("confidence_upper", BigDecimal.class);
        return switch (Better.valueOf(row.get("better", String.class))) {
            case HIGHER -> england != null && upper != null && upper.compareTo(england) < 0;
            case LOWER -> england != null && lower != null && lower.compareTo(england) > 0;
            case NEITHER -> false;
        };
    }

    private static AcademicYear year(Tuple row) {
        return new AcademicYear(row.get("academic_year", Number.class).intValue());
    }

    private static String point(Tuple row) {
        return row.get("assessment_point", String.class);
    }

    private static String group(Tuple row) {
        return row.get("pupil_group", String.class);
    }
}
