package org.uplift.school;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.uplift.ingest.RowReader;
import org.uplift.platform.Problem;

/**
 * An academic year, 1 September to 31 August, written {@code 2025/2026}.
 *
 * @param start the calendar year in which it starts
 */
@Schema(
        type = SchemaType.STRING,
        pattern = "^\\d{4}/\\d{4}$",
        description = "Academic year, 1 September to 31 August",
        examples = "2025/2026")
public record AcademicYear(int start) implements Comparable<AcademicYear> {
    private static final Pattern LONG = Pattern.compile("(\\d{4})/(\\d{4})");
    private static final Pattern SHORT = Pattern.compile("(\\d{4})(\\d{2})");

    /** The year that a date falls in. */
    public static AcademicYear of(LocalDate date) {
        return new AcademicYear(
                date.getMonthValue() >= Month.SEPTEMBER.getValue() ? date.getYear() : date.getYear() - 1);
    }

    /** Reads {@code 2025/2026} and, as CSV files have it, {@code 202526}; empty for anything else. */
    public static Optional<AcademicYear> read(String text) {
        Matcher matcher = LONG.matcher(text);
        if (matcher.matches()) {
            int start = Integer.parseInt(matcher.group(1));
            return Integer.parseInt(matcher.group(2)) == start + 1 ? plausible(start) : Optional.empty();
        }
        matcher = SHORT.matcher(text);
        if (matcher.matches()) {
            int start = Integer.parseInt(matcher.group(1));
            return Integer.parseInt(matcher.group(2)) == (start + 1) % 100 ? plausible(start) : Optional.empty();
        }
        return Optional.empty();
    }

    /** Reads the academic year of a pushed row; the calendar year in which it starts, 0 when it is refused. */
    public static int read(RowReader row, String field) {
        if (!row.has(field)) {
            row.missing(field);
            return 0;
        }
        AcademicYear year = row.parsed(
                field,
                "an academic year as 2025/2026",
                text -> read(text).orElseThrow(() -> new NumberFormatException(text)));
        return year == null ? 0 : year.start();
    }

    private static Optional<AcademicYear> plausible(int start) {
        return start >= 1990 && start <= 2100 ? Optional.of(new AcademicYear(start)) : Optional.empty();
    }

    /** As {@link #read}, for JSON and query parameters: refuses anything else. */
    @JsonCreator
    public static AcademicYear fromString(String text) {
        return read(text)
                .orElseThrow(() -> Problem.invalid(
                        "/academicYear",
                        "academic-year",
                        "\"" + text + "\" is not an academic year; write it as 2025/2026."));
    }

    public LocalDate firstDay() {
        return LocalDate.of(start, Month.SEPTEMBER, 1);
    }

    public LocalDate lastDay() {
        return LocalDate.of(start + 1, Month.AUGUST, 31);
    }

    /** The last days of autumn, spring and summer term, as far as plans are concerned: the ends of their months. */
    public List<LocalDate> termEnds() {
        return List.of(
                LocalDate.of(start, Month.DECEMBER, 31),
                LocalDate.of(start + 1, Month.MARCH, 31),
                LocalDate.of(start + 1, Month.JULY, 31));
    }

    /** The first day of the term that a date falls in; August belongs to the summer term. */
    public static LocalDate firstDayOfTerm(LocalDate date) {
        AcademicYear year = of(date);
        return year.termEnds().subList(0, 2).reversed().stream()
                .filter(end -> end.isBefore(date))
                .findFirst()
                .map(end -> end.plusDays(1))
                .orElse(year.firstDay());
    }

    public boolean contains(LocalDate date) {
        return of(date).equals(this);
    }

    public AcademicYear minus(int years) {
        return new AcademicYear(start - years);
    }

    public AcademicYear next() {
        return new AcademicYear(start + 1);
    }

    @Override
    public int compareTo(AcademicYear other) {
        return Integer.compare(start, other.start);
    }

    @JsonValue
    @Override
    public String toString() {
        return start + "/" + (start + 1);
    }
}
