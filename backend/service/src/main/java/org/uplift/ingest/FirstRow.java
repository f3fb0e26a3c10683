package org.uplift.ingest;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads no further than to the first row. */
final class FirstRow implements RowConsumer {
    /** Thrown when a row has been seen. */
    private static final class Seen extends RuntimeException {
        private static final long serialVersionUID = 1;

        Seen() {
            super(null, null, false, false);
        }
    }

    private List<String> headings = List.of();
    private @Nullable CsvRow row;

    /** Looks for the first row; false when there is none. */
    boolean of(RowSource source) throws IOException {
        try {
            source.read(this);
            return false;
        } catch (Seen seen) {
            return true;
        }
    }

    /** What the columns are called, and what stands in the first row. */
    FileColumns columns() {
        CsvRow first = row;
        return new FileColumns(headings.stream()
                .map(heading -> new FileColumn(heading, first == null ? null : first.value(heading)))
                .toList());
    }

    @Override
    public void columns(List<String> names) {
        headings = names;
    }

    @Override
    public void row(CsvRow first) {
        row = first;
        throw new Seen();
    }

    @Override
    public void unreadable(int index, RowError why) {
        throw new Seen();
    }

    @Override
    public void note(String forPeople) {
        // The job says it again.
    }
}
