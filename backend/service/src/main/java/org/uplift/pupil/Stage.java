package org.uplift.pupil;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Brings rows into a temporary table, from where set-based statements take them on. */
final class Stage {
    private Stage() {}

    /**
     * Copies rows into a table. When anything fails in the middle the copy is cancelled: otherwise the rollback would
     * wait for ever for its end.
     *
     * @param values the values of a row, in the order of the columns; texts, numbers, dates, bytes or null
     */
    static <T> void copy(
            Connection connection, String table, String columns, List<T> rows, Function<T, @Nullable Object[]> values)
            throws SQLException {
        CopyIn copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + table + " (" + columns + ") from stdin (format csv)");
        try {
            StringBuilder line = new StringBuilder();
            for (T row : rows) {
                line.setLength(0);
                append(line, values.apply(row));
                byte[] bytes = line.toString().getBytes(StandardCharsets.UTF_8);
                copy.writeToCopy(bytes, 0, bytes.length);
            }
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static void append(StringBuilder line, @Nullable Object[] values) {
        for (int at = 0; at < values.length; at++) {
            if (at > 0) {
                line.append(',');
            }
            Object value = values[at];
            if (value instanceof byte[] bytes) {
                line.append("\\x").append(HexFormat.of().formatHex(bytes));
            } else if (value instanceof String text) {
                line.append('"').append(text.replace("\"", "\"\"")).append('"');
            } else if (value != null) {
                line.append(value);
            }
        }
        line.append('\n');
    }

    /** Reads a set-based statement that stands beside the classes. */
    static String sql(String name) {
        try (var stream = Stage.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("There is no " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
