package org.uplift.ingest;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a file with one JSON object a line, of any number. The members of an object are the values of the row: texts,
 * numbers as they are written, {@code true} and {@code false}; {@code null} says that there is nothing.
 *
 * <p>A line that is no such object is one unreadable row ({@code not-json}, {@code nested}, {@code field-twice},
 * {@code too-many-fields}, {@code encoding}); the rest go on. Refused as a whole: what is not text (400), and a line
 * longer than {@link RowSource#LONGEST_ROW} bytes (422).
 */
public final class NdjsonSource implements RowSource {
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private final InputStream in;
    private final Set<String> nested;
    /** Where the value of a field stands in a row; rows share it, and it grows with the fields that the file names. */
    private final Map<String, Integer> places = new HashMap<>();

    private @Nullable String[] cells = {};
    private boolean plain;

    private final FlatJson flat = new FlatJson(new FlatJson.Members() {
        @Override
        public int place(String name) {
            return NdjsonSource.this.place(name);
        }

        @Override
        public boolean put(int place, String value) {
            boolean free = cells[place] == null;
            cells[place] = value;
            return free;
        }
    });

    public NdjsonSource(InputStream in) {
        this(in, Set.of());
    }

    /**
     * Lets objects and lists stand in these members. The values of such an object are read with a dotted name, as
     * {@code student.sourcedId}; lists, and what is nested deeper, are passed over.
     */
    public NdjsonSource(InputStream in, Set<String> nested) {
        this.in = in;
        this.nested = Set.copyOf(nested);
    }

    @Override
    public void read(RowConsumer rows) throws IOException {
        Lines lines = new Lines(in);
        int index = 0;
        while (lines.next(index)) {
            if (lines.isBlank()) {
                continue;
            }
            plain = lines.plain();
            RowError error = read(lines, index);
            if (error != null) {
                rows.unreadable(index, error);
            } else {
                rows.row(new CsvRow(index, places, Arrays.asList(cells)));
            }
            index++;
        }
    }

    /** Puts the values of a line into the cells; gives what is wrong with it. */
    private @Nullable RowError read(Lines lines, int index) throws IOException {
        cells = new String[places.size()];
        if (plain && flat.read(lines.buffer(), lines.from(), lines.from() + lines.length())) {
            return null;
        }
        cells = new String[places.size()];
        try (JsonParser json = JSON.createParser(lines.buffer(), lines.from(), lines.length())) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return RowError.ofRow(index, "not-json", "The line is not a JSON object.");
            }
            RowError error = members(json, "", index);
            if (error == null && json.nextToken() != null) {
                return RowError.ofRow(index, "not-json", "There is more on the line than one JSON object.");
            }
            return error;
        } catch (JacksonException e) {
            return RowError.ofRow(
                    index,
                    "not-json",
                    "The line cannot be read as JSON in UTF-8, from character "
                            + Math.max(
                                    1,
                                    e.getLocation() == null
                                            ? 1
                                            : e.getLocation().getColumnNr()) + " on.");
        }
    }

    private @Nullable RowError members(JsonParser json, String prefix, int index) throws IOException {
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            String field = prefix.isEmpty() ? name : prefix + name;
            JsonToken token = json.nextToken();
            if (token.isStructStart()) {
                RowError error = struct(json, field, prefix, index);
                if (error != null) {
                    return error;
                }
                continue;
            }
            int place = place(field);
            if (place < 0) {
                return RowError.ofRow(
                        index, "too-many-fields", "The file names more than " + MOST_COLUMNS + " different fields.");
            }
            if (cells[place] != null) {
                return RowError.at(index, field, "field-twice", "The field is there more than once.");
            }
            String value = token == JsonToken.VALUE_NULL ? "" : json.getText();
            if (!plain && (isNoText(value) || isNoText(field))) {
                return RowError.ofRow(index, "encoding", "The row holds characters that are no text.");
            }
            cells[place] = value;
        }
        return null;
    }

    private @Nullable RowError struct(JsonParser json, String field, String prefix, int index) throws IOException {
        boolean object = json.currentToken() == JsonToken.START_OBJECT;
        if (prefix.isEmpty() && !nested.contains(field)) {
            return RowError.at(
                    index, field, "nested", "The value is " + (object ? "an object" : "a list") + "; a row is flat.");
        }
        if (prefix.isEmpty() && object) {
            return members(json, field + ".", index);
        }
        json.skipChildren();
        return null;
    }

    private int place(String field) {
        Integer known = places.get(field);
        if (known != null) {
            return known;
        }
        int place = places.size();
        if (place == MOST_COLUMNS) {
            return -1;
        }
        places.put(field, place);
        cells = Arrays.copyOf(cells, place + 1);
        return place;
    }

    /** Half a character, or none: neither can be kept. */
    private static boolean isNoText(String value) {
        for (int at = 0; at < value.length(); at++) {
            char c = value.charAt(at);
            if (c == 0 || Character.isLowSurrogate(c)) {
                return true;
            }
            if (Character.isHighSurrogate(c)
                    && (++at == value.length() || !Character.isLowSurrogate(value.charAt(at)))) {
                return true;
            }
        }
        return false;
    }
}
