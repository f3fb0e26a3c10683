package org.uplift.ingest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** How far the taking in of a request is, told from another thread, and a way to stop it. */
final class Progress {
    private volatile int rows;
    private volatile long bytes;
    private volatile @Nullable String cancelledBy;
    private volatile @Nullable Connection connection;

    /** Thrown in the middle of the work when somebody has cancelled it. */
    static final class Cancelled extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final String by;

        Cancelled(String by) {
            super(by, null, false, false);
            this.by = by;
        }

        String why() {
            return why(by);
        }

        static String why(String by) {
            return "Cancelled by " + by + "; nothing was kept.";
        }
    }

    int rows() {
        return rows;
    }

    long bytes() {
        return bytes;
    }

    void row(int index) {
        rows = index + 1;
        check();
    }

    void check() {
        String by = cancelledBy;
        if (by != null) {
            throw new Cancelled(by);
        }
    }

    void on(Connection running) {
        connection = running;
    }

    void off() {
        connection = null;
    }

    /** Stops the work at the next row, or in the middle of the statement that is running. */
    void cancel(String by) throws SQLException {
        cancelledBy = by;
        Connection running = connection;
        if (running != null) {
            running.unwrap(PGConnection.class).cancelQuery();
        }
    }

    /** The stream, counted. */
    InputStream counting(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                int read = super.read();
                bytes += read < 0 ? 0 : 1;
                return read;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int read = super.read(buffer, offset, length);
                bytes += Math.max(0, read);
                return read;
            }
        };
    }
}
