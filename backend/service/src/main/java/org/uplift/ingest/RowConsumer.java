package org.uplift.ingest;

import java.util.List;

/** Takes the rows of a {@link RowSource}, one at a time. Rows count from 0; blank ones are not counted. */
public interface RowConsumer {
    void row(CsvRow row);

    /** A row that cannot be read as one; those after it go on. */
    void unreadable(int index, RowError why);

    /** Something about the whole file that the people who sent it should know. */
    void note(String forPeople);

    /** The columns in the order of the file, before the first row, where the file has a header line. */
    default void columns(List<String> names) {}
}
