package org.uplift.ingest;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.uplift.platform.Problem;
import org.uplift.platform.ProblemType;

/**
 * The rows of a JSON body {@code {"rows": […]}}: 400 when it is not JSON, 422 when it has no list of rows or one that is
 * too long.
 */
final class JsonSource implements RowSource {
    private static final int MOST_ROWS = 5_000;
    private static final int LONGEST_SHOWN = 40;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final byte[] body;
    /** The fields of the row before, in their order, and where their values stand; rows that name the same share it. */
    private List<String> fields = List.of();

    private Map<String, Integer> places = Map.of();

    JsonSource(byte[] body) {
        this.body = body;
    }

    @Override
    public void read(RowConsumer consumer) throws IOException {
        try (JsonParser json = JSON.createParser(body)) {
            int rows = body(json, consumer);
            if (rows < 0) {
                throw Problem.invalid("/rows", "required", "The body is an object with a list called rows.");
            }
            if (rows > MOST_ROWS) {
                throw Problem.invalid(
                        "/rows",
                        "too-many",
                        "There are " + rows + " rows; send " + MOST_ROWS + " at a time, or a file.");
            }
        } catch (JacksonException e) {
            JsonLocation at = e.getLocation();
            String where = at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
            throw Problem.of(ProblemType.MALFORMED, "The body is not well-formed JSON" + where + ".");
        }
    }

    /** How many rows there are; less than 0 when there is not one list of them. */
    private int body(JsonParser json, RowConsumer consumer) throws IOException {
        int rows = -1;
        boolean single = true;
        if (json.nextToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return rows;
        }
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            JsonToken value = json.nextToken();
            if (!name.equals("rows")) {
                json.skipChildren();
                continue;
            }
            single &= rows < 0 && value == JsonToken.START_ARRAY;
            if (single) {
                rows = rows(json, consumer);
            } else {
                json.skipChildren();
            }
        }
        return single ? rows : -1;
    }

    private int rows(JsonParser json, RowConsumer consumer) throws IOException {
        int index = 0;
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            if (index >= MOST_ROWS) {
                json.skipChildren();
            } else if (token == JsonToken.START_OBJECT) {
                consumer.row(row(json, index));
            } else {
                consumer.unreadable(index, RowError.ofRow(index, "wrong-type", words(json) + " is not an object."));
            }
            index++;
        }
        return index;
    }

    private CsvRow row(JsonParser json, int index) throws IOException {
        List<String> named = new ArrayList<>(fields.size());
        List<@Nullable String> values = new ArrayList<>(fields.size());
        for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
            named.add(field);
            values.add(text(json));
        }
        if (named.equals(fields)) {
            return new CsvRow(index, places, values);
        }
        Map<String, String> cells = new LinkedHashMap<>();
        for (int at = 0; at < named.size(); at++) {
            cells.put(named.get(at), values.get(at));
        }
        CsvRow row = CsvRow.of(index, cells);
        fields = List.copyOf(cells.keySet());
        places = row.places();
        return row;
    }

    private static String text(JsonParser json) throws IOException {
        JsonToken value = json.nextToken();
        if (value == JsonToken.VALUE_NULL) {
            return "";
        }
        if (value.isStructStart()) {
            return JSON.<JsonNode>readTree(json).toString();
        }
        return value == JsonToken.VALUE_NUMBER_FLOAT ? String.valueOf(json.getDoubleValue()) : json.getText();
    }

    private static String words(JsonParser json) throws IOException {
        String text = JSON.<JsonNode>readTree(json).toString();
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
    }
}
