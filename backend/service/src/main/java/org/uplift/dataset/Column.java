package org.uplift.dataset;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A column of a data set. The statement of the set gives it by the same name with underscores, and where it has labels these as
 * that name with {@code _label}.
 *
 * @param unit of an indicator, as it is written behind a value
 * @param decimals how many of them are shown
 * @param labelled whether its codes have labels
 * @param symbol why there is no value, as an expression over the row; none where there always is one
 * @param options a statement that gives its codes and labels; none where they are found in the rows, or are not listed
 * @param listed whether what it can be is listed
 * @param unitIn the column whose options say its unit and decimals, where these are not the same in every row
 */
record Column(
        String name,
        String label,
        ColumnKind kind,
        ColumnType type,
        String description,
        @Nullable String unit,
        @Nullable Integer decimals,
        boolean labelled,
        @Nullable String symbol,
        @Nullable String options,
        boolean listed,
        @Nullable String unitIn) {

    static Column year() {
        return new Column(
                "academicYear",
                "Academic year",
                ColumnKind.TIME_PERIOD,
                ColumnType.ACADEMIC_YEAR,
                "1 September to 31 August",
                null,
                null,
                false,
                null,
                null,
                true,
                null);
    }

    static Column school() {
        return new Column(
                "schoolUrn",
                "School",
                ColumnKind.LOCATION,
                ColumnType.INTEGER,
                "The school by its URN",
                null,
                null,
                true,
                null,
                null,
                true,
                null);
    }

    static Column filter(String name, String label, String description) {
        return new Column(
                name,
                label,
                ColumnKind.FILTER,
                ColumnType.TEXT,
                description,
                null,
                null,
                false,
                null,
                null,
                true,
                null);
    }

    static Column attribute(String name, String label, ColumnType type, String description) {
        return new Column(
                name, label, ColumnKind.ATTRIBUTE, type, description, null, null, false, null, null, false, null);
    }

    static Column indicator(
            String name, String label, ColumnType type, @Nullable String unit, int decimals, String description) {
        return new Column(
                name, label, ColumnKind.INDICATOR, type, description, unit, decimals, false, null, null, false, null);
    }

    /** With labels beside its codes. */
    Column withLabels() {
        return new Column(name, label, kind, type, description, unit, decimals, true, symbol, options, listed, unitIn);
    }

    /** What it can be is read from a code list, by a statement that gives codes and labels. */
    Column from(String statement) {
        return new Column(
                name, label, kind, type, description, unit, decimals, labelled, symbol, statement, true, unitIn);
    }

    /** Where there is no value there is a symbol, which an expression over the row gives. */
    Column orSymbol(String expression) {
        return new Column(
                name, label, kind, type, description, unit, decimals, labelled, expression, options, listed, unitIn);
    }

    /** Its unit and decimals are those of what another column names. */
    Column in(String other) {
        return new Column(
                name, label, kind, type, description, unit, decimals, labelled, symbol, options, listed, other);
    }

    /** As the statement of the set calls it. */
    String sql() {
        return name.replaceAll("(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    boolean isIndicator() {
        return kind == ColumnKind.INDICATOR;
    }
}
