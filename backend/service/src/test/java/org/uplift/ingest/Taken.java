package org.uplift.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Keeps what a source gives, for a test to look at. */
public final class Taken implements RowConsumer {
    private final List<String> columns = new ArrayList<>();
    private final List<CsvRow> rows = new ArrayList<>();
    private final List<RowError> errors = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    public static Taken from(RowSource source) {
        Taken taken = new Taken();
        try {
            source.read(taken);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return taken;
    }

    @Override
    public void columns(List<String> names) {
        columns.addAll(names);
    }

    @Override
    public void row(CsvRow row) {
        rows.add(row);
    }

    @Override
    public void unreadable(int index, RowError why) {
        errors.add(why);
    }

    @Override
    public void note(String forPeople) {
        notes.add(forPeople);
    }

    public List<String> columns() {
        return columns;
    }

    public List<CsvRow> rows() {
        return rows;
    }

    /** The cells of each row that hold something. */
    public List<Map<String, String>> cells() {
        return rows.stream().map(CsvRow::cells).toList();
    }

    public List<RowError> errors() {
        return errors;
    }

    /** The stable codes of what was wrong, in order. */
    public List<String> codes() {
        return errors.stream().map(RowError::code).toList();
    }

    public List<String> notes() {
        return notes;
    }
}
