package org.uplift.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.uplift.platform.Problem;
import org.uplift.platform.ProblemType;

/** A file of separated values as public bodies publish them, read whole: {@link CsvSource} says what it may look like. */
public final class CsvFile {
    /** Published files have hundreds. */
    static final int MOST_COLUMNS = 2_000;

    private final List<String> columns = new ArrayList<>();
    private final List<CsvRow> rows = new ArrayList<>();

    private CsvFile() {}

    /** Reads a file; 400 when it is not text, 422 when it has no header line or its quotes do not close. */
    public static CsvFile of(byte[] body) {
        CsvFile file = new CsvFile();
        try {
            new CsvSource(new ByteArrayInputStream(body))
                    .columnsUpTo(MOST_COLUMNS)
                    .read(file.new Reader());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    /** Refuses a file that lacks one of these columns. */
    public void require(Collection<String> names) {
        Columns.require(names, columns);
    }

    public boolean has(String column) {
        return columns.contains(column);
    }

    /** The columns in the order of the file. */
    public List<String> columns() {
        return List.copyOf(columns);
    }

    public List<CsvRow> rows() {
        return rows;
    }

    private final class Reader implements RowConsumer {
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
            throw Problem.of(ProblemType.MALFORMED, "Row " + index + " (from 0): " + why.message());
        }

        @Override
        public void note(String forPeople) {}
    }
}
