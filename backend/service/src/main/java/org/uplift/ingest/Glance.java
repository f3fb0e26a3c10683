package org.uplift.ingest;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Map;
import org.uplift.platform.Problem;

/**
 * Looks at a file as far as to its first row, and refuses what cannot be read at all: by its beginning, while the rest of
 * it is still on its way, or else when all of it is there. What is wrong further on, the job finds.
 */
final class Glance {
    /** Headings, a row and the gap before it fit in, however long they may be. */
    private static final int BEGINNING = 2 << 20;

    private final RowKind kind;
    private final String mediaType;
    private final Map<String, String> columns;
    private boolean fine;

    Glance(RowKind kind, String mediaType, Map<String, String> columns) {
        this.kind = kind;
        this.mediaType = mediaType;
        this.columns = columns;
    }

    /** The same body, when nothing is wrong with its beginning. */
    InputStream at(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(BEGINNING);
        Beginning beginning = new Beginning(bytes);
        try {
            fine = new FirstRow().of(rows(beginning));
        } catch (Problem problem) {
            if (bytes.length < BEGINNING || !beginning.ranOut) {
                throw problem;
            }
        }
        return new SequenceInputStream(new ByteArrayInputStream(bytes), body);
    }

    /** Looks at the whole file, when its beginning did not tell enough. */
    void atWhole(InputStream file) throws IOException {
        if (!fine) {
            new FirstRow().of(rows(file));
        }
    }

    private RowSource rows(InputStream in) {
        return kind.read(mediaType, columns, in);
    }

    /** Knows whether somebody wanted to read beyond it. */
    private static final class Beginning extends FilterInputStream {
        private boolean ranOut;

        Beginning(byte[] bytes) {
            super(new ByteArrayInputStream(bytes));
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            ranOut |= read < 0;
            return read;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            ranOut |= read < 0;
            return read;
        }
    }
}
