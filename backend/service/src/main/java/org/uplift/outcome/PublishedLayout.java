package org.uplift.outcome;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.uplift.ingest.CsvFile;
import org.uplift.ingest.CsvRow;
import org.uplift.platform.Problem;
import org.uplift.school.AcademicYear;

/** Where the columns of a file of published results are: they move, come and go, and change their case over the years. */
final class PublishedLayout {
    static final String RECORD_TYPE = "RECTYPE";
    static final String URN = "URN";
    static final String AUTHORITY = "LEA";
    static final String NAME = "SCHNAME";
    private static final List<String> NEEDED = List.of(RECORD_TYPE, URN, AUTHORITY);
    private static final Pattern EARLIER_YEAR = Pattern.compile("PTRWM_EXP_(\\d{2})");

    private final Map<String, String> names;
    private final List<PublishedColumn> present;
    private final List<String> missing;

    private PublishedLayout(Map<String, String> names, List<PublishedColumn> present, List<String> missing) {
        this.names = names;
        this.present = present;
        this.missing = missing;
    }

    /** Finds the columns of a file; 422 when it can't be a file of this kind and year. */
    static PublishedLayout of(CsvFile file, List<PublishedColumn> mapped, AcademicYear year) {
        Map<String, String> names = new HashMap<>();
        file.columns().forEach(name -> names.putIfAbsent(upper(name), name));
        file.require(NEEDED.stream().filter(name -> !names.containsKey(name)).toList());
        List<PublishedColumn> present = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (PublishedColumn column : mapped) {
            if (names.containsKey(upper(column.name()))) {
                present.add(column);
            } else if (column.expected()) {
                missing.add(column.name());
            }
        }
        if (present.stream().noneMatch(column -> column.role() == PublishedColumn.Role.VALUE)) {
            throw Problem.invalid(
                    "/columns", "column-missing", "The file has none of the columns with results of " + year + ".");
        }
        refuseLaterYear(names, year);
        return new PublishedLayout(names, present, missing);
    }

    /** As {@link #of}, for a row that was kept with all the columns that its file had. */
    static PublishedLayout of(CsvRow kept, List<PublishedColumn> mapped) {
        Map<String, String> names = new HashMap<>();
        Stream.concat(
                        Stream.of(RECORD_TYPE, URN, AUTHORITY, NAME),
                        mapped.stream().map(PublishedColumn::name))
                .filter(kept::says)
                .forEach(name -> names.put(upper(name), name));
        return new PublishedLayout(
                names,
                mapped.stream().filter(column -> kept.says(column.name())).toList(),
                List.of());
    }

    /** A file repeats the results of earlier years in columns that end in them, never those of later ones. */
    private static void refuseLaterYear(Map<String, String> names, AcademicYear year) {
        names.keySet().stream()
                .map(EARLIER_YEAR::matcher)
                .filter(Matcher::matches)
                .mapToInt(earlier -> 2000 + Integer.parseInt(earlier.group(1)))
                .filter(summer -> summer > year.start())
                .findFirst()
                .ifPresent(summer -> {
                    throw Problem.invalid(
                            "/academicYear",
                            "other-year",
                            "The file repeats the results of summer " + summer + " as those of an earlier year, so it"
                                    + " can't be the file of " + year + ".");
                });
    }

    /** The mapped columns that the file has. */
    List<PublishedColumn> present() {
        return present;
    }

    /** The columns that the file lacks and files of its year have. */
    List<String> missing() {
        return missing;
    }

    @Nullable
    String value(CsvRow row, String column) {
        String name = names.get(upper(column));
        return name == null ? null : row.value(name);
    }

    /** What is needed of a row to take it in later; a column without a value is there, and empty. */
    Map<String, String> kept(CsvRow row) {
        Map<String, String> cells = new LinkedHashMap<>();
        Stream.concat(
                        Stream.of(RECORD_TYPE, URN, AUTHORITY, NAME),
                        present.stream().map(PublishedColumn::name))
                .forEach(column -> {
                    String value = value(row, column);
                    cells.put(column, value == null ? "" : value);
                });
        return cells;
    }

    private static String upper(String name) {
        return name.toUpperCase(Locale.ROOT);
    }
}
