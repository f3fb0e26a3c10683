package org.uplift.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rows as a management information system sends them. They are made while they are read, so there can be any number.
 *
 * @param kind the last part of the address that they are pushed to
 * @param fields the names of the values
 * @param values one list of values for each row, in the order of the fields; the same each time they are asked for
 */
record Rows(String kind, List<String> fields, Supplier<Stream<List<@Nullable Object>>> values) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** How rows are written. */
    enum Format {
        CSV("text/csv", "csv"),
        NDJSON("application/x-ndjson", "ndjson");

        final String mediaType;
        final String extension;

        Format(String mediaType, String extension) {
            this.mediaType = mediaType;
            this.extension = extension;
        }
    }

    Rows limit(long most) {
        return new Rows(kind, fields, () -> values.get().limit(most));
    }

    Rows skip(long first) {
        return new Rows(kind, fields, () -> values.get().skip(first));
    }

    /** Writes them to a file and says how many there were. */
    long write(Path file, Format format) {
        long written = 0;
        try (BufferedWriter writer = Files.newBufferedWriter(file);
                Stream<List<@Nullable Object>> rows = values.get()) {
            if (format == Format.CSV) {
                writer.append(String.join(",", fields)).append('\n');
            }
            for (Iterator<List<@Nullable Object>> each = rows.iterator(); each.hasNext(); written++) {
                writer.append(format == Format.CSV ? csv(each.next()) : json(each.next()))
                        .append('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException("No rows written to " + file, e);
        }
        return written;
    }

    /**
     * A JSON push.
     *
     * @param body as it is sent
     * @param size how many rows are in it
     */
    record Batch(String body, int size) {}

    /** JSON pushes, each with so many rows at most. */
    Stream<Batch> batches(int size) {
        return values.get()
                .map(this::json)
                .gather(Gatherers.windowFixed(size))
                .map(rows -> new Batch("{\"rows\":[" + String.join(",", rows) + "]}", rows.size()));
    }

    private static String csv(List<@Nullable Object> row) {
        StringBuilder line = new StringBuilder(200);
        for (Object value : row) {
            if (value != null) {
                line.append(value);
            }
            line.append(',');
        }
        line.setLength(line.length() - 1);
        return line.toString();
    }

    private String json(List<@Nullable Object> row) {
        StringBuilder line = new StringBuilder(400).append('{');
        for (int at = 0; at < row.size(); at++) {
            Object value = row.get(at);
            if (value != null) {
                line.append('"')
                        .append(fields.get(at))
                        .append("\":")
                        .append(quoted(value))
                        .append(',');
            }
        }
        line.setCharAt(line.length() - 1, '}');
        return line.toString();
    }

    private static String quoted(Object value) {
        try {
            return value instanceof String ? JSON.writeValueAsString(value) : value.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
