package org.uplift.outcome;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.uplift.ingest.CsvRow;
import org.uplift.ingest.RowError;

/**
 * Reads the figures of a row of published results: numbers, percentages with or without their sign, markers. A cell that
 * is empty, or that the row is too short for, is not available.
 */
final class PublishedFigures {
    // A comma may stand between thousands only: taken for more, 104,5 would be read as 1045.
    private static final Pattern NUMBER =
            Pattern.compile("([-+]?(?:\\d{1,7}|\\d{1,3}(?:,\\d{3})+)(?:\\.\\d{1,6})?)\\h*%?");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final String NOT_AVAILABLE = "x";

    private record Place(
            PublishedColumn.Role role, @Nullable String measureCode, String pupilGroup) {}

    /** A cell: a number, or the symbol that stands for its marker. */
    private record Figure(
            @Nullable BigDecimal number,
            @Nullable String symbol,
            @Nullable String marker) {}

    private final CsvRow row;
    private final PublishedCodes codes;
    private final Map<Place, Figure> figures = new HashMap<>();
    private final List<RowError> errors = new ArrayList<>();

    private PublishedFigures(CsvRow row, PublishedCodes codes) {
        this.row = row;
        this.codes = codes;
    }

    /** What a row says, with what is wrong in it. */
    record Reading(List<PublishedValue> values, List<RowError> errors) {}

    /** Reads the columns of a row. */
    static Reading read(CsvRow row, PublishedLayout layout, PublishedCodes codes) {
        PublishedFigures figures = new PublishedFigures(row, codes);
        for (PublishedColumn column : layout.present()) {
            figures.take(column, layout.value(row, column.name()));
        }
        List<PublishedValue> values = layout.present().stream()
                .filter(column -> column.role() == PublishedColumn.Role.VALUE)
                .map(figures::value)
                .toList();
        return new Reading(values, figures.errors);
    }

    private void take(PublishedColumn column, @Nullable String text) {
        Figure figure = figure(column, text);
        figures.put(new Place(column.role(), column.measureCode(), column.pupilGroup()), figure);
    }

    private Figure figure(PublishedColumn column, @Nullable String text) {
        if (text == null) {
            return new Figure(null, NOT_AVAILABLE, null);
        }
        String symbol = codes.markers().get(text.toUpperCase(Locale.ROOT));
        if (symbol != null) {
            return new Figure(null, symbol, text.toUpperCase(Locale.ROOT));
        }
        Matcher figure = NUMBER.matcher(text);
        if (!figure.matches()) {
            return wrong(column, "\"" + shortened(text) + "\" is neither a number nor a known marker.");
        }
        BigDecimal number = new BigDecimal(figure.group(1).replace(",", ""));
        if (isPercentage(column) && (number.signum() < 0 || number.compareTo(HUNDRED) > 0)) {
            return wrong(column, "A percentage lies between 0 and 100; this is " + text + ".");
        }
        if (column.role() == PublishedColumn.Role.COHORT_SIZE && !isCount(number)) {
            return wrong(column, "A number of pupils is a whole number; this is " + text + ".");
        }
        return new Figure(number, null, null);
    }

    private Figure wrong(PublishedColumn column, String message) {
        errors.add(RowError.at(row.index(), column.name(), "figure", message));
        return new Figure(null, NOT_AVAILABLE, null);
    }

    private boolean isPercentage(PublishedColumn column) {
        if (column.role() == PublishedColumn.Role.COVERAGE) {
            return true;
        }
        return column.measureCode() != null && codes.percentages().contains(column.measureCode());
    }

    private static boolean isCount(BigDecimal number) {
        return number.signum() >= 0 && number.stripTrailingZeros().scale() <= 0;
    }

    private PublishedValue value(PublishedColumn column) {
        String measure = column.measureCode();
        String group = column.pupilGroup();
        if (measure == null) {
            throw new IllegalStateException("The column " + column.name() + " has a value of no measure");
        }
        Figure figure = figures.getOrDefault(
                new Place(PublishedColumn.Role.VALUE, measure, group), new Figure(null, NOT_AVAILABLE, null));
        BigDecimal size = number(PublishedColumn.Role.COHORT_SIZE, null, group);
        BigDecimal coverage = number(PublishedColumn.Role.COVERAGE, measure, group);
        return new PublishedValue(
                measure,
                group,
                figure.number(),
                figure.symbol(),
                figure.marker(),
                size == null ? null : size.intValueExact(),
                coverage == null ? null : coverage.movePointLeft(2),
                number(PublishedColumn.Role.LOWER, measure, group),
                number(PublishedColumn.Role.UPPER, measure, group));
    }

    private @Nullable BigDecimal number(PublishedColumn.Role role, @Nullable String measure, String group) {
        Figure figure = figures.get(new Place(role, measure, group));
        return figure == null ? null : figure.number();
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
