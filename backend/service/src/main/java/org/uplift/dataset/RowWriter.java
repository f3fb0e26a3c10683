package org.uplift.dataset;

import java.io.Closeable;
import java.io.IOException;

/** Writes rows in a format. Closing it ends the file, and leaves what it writes to open. */
interface RowWriter extends Closeable {
    void write(Row row) throws IOException;
}
