package org.uplift.ingest;

/** Reads no further than to the first row. */
final class FirstRow implements RowConsumer {
    /** Thrown when a row has been seen. */
    static final class Seen extends RuntimeException {
        private static final long serialVersionUID = 1;

        Seen() {
            super(null, null, false, false);
        }
    }

    @Override
    public void row(CsvRow row) {
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
