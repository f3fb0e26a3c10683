package org.uplift.dataset;

import java.io.IOException;

/** Writes rows in a format. A file that is not finished is none: what was written of it does not look like a whole one. */
interface RowWriter {
    void write(Row row) throws IOException;

    /** Writes what is to be written after the last row. */
    void finish() throws IOException;
}
