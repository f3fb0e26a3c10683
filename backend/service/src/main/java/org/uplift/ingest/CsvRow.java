package org.uplift.ingest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One row of a file, read by the names of its columns. */
public final class CsvRow {
    private final int index;
    private final Map<String, Integer> columns;
    private final List<@Nullable String> fields;

    CsvRow(int index, Map<String, Integer> columns, List<@Nullable String> fields) {
        this.index = index;
        this.columns = columns;
        this.fields = fields;
    }

    /** A row that was kept, by its cells. */
    public static CsvRow of(int index, Map<String, String> cells) {
        Map<String, Integer> columns = new LinkedHashMap<>();
        cells.keySet().forEach(name -> columns.put(name, columns.size()));
        return new CsvRow(index, columns, List.copyOf(cells.values()));
    }

    /** The same cells under other names, by their places. */
    CsvRow at(Map<String, Integer> places) {
        return new CsvRow(index, places, fields);
    }

    Map<String, Integer> places() {
        return columns;
    }

    /** The names of the columns, whether or not the row says something about them. */
    Set<String> columns() {
        return columns.keySet();
    }

    /** Its place among the data rows, from 0. */
    public int index() {
        return index;
    }

    /** The value without surrounding blanks; null when it is blank, the row is too short, or there is no such column. */
    public @Nullable String value(String column) {
        Integer at = columns.get(column);
        if (at == null || at >= fields.size()) {
            return null;
        }
        String cell = fields.get(at);
        if (cell == null) {
            return null;
        }
        String value = cell.strip();
        return value.isEmpty() ? null : value;
    }

    /** Whether the row says something about a column of the file, be it nothing: it is long enough, or names the field. */
    public boolean says(String column) {
        Integer at = columns.get(column);
        return at != null && at < fields.size() && fields.get(at) != null;
    }

    /** The cells that hold something, by column. */
    public Map<String, String> cells() {
        Map<String, String> cells = new LinkedHashMap<>();
        for (String column : columns.keySet()) {
            String value = value(column);
            if (value != null) {
                cells.put(column, value);
            }
        }
        return cells;
    }
}
