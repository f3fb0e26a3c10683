package org.uplift.ingest;

import java.io.IOException;

/** Something that rows are read from, one after another, holding none of them. It is read once. */
public interface RowSource {
    /** A row, or a value of it, has at most so many characters (bytes, where a line is read as bytes). */
    int LONGEST_ROW = 65_536;

    /** A row has at most so many cells, unless a source says otherwise. */
    int MOST_COLUMNS = 200;

    /**
     * Gives every row to the consumer, in the order of the file. What is refused as a whole ends in a
     * {@link org.uplift.platform.Problem}; rows that were given before stand, so that whoever takes them in decides
     * whether they stay.
     */
    void read(RowConsumer rows) throws IOException;
}
