package org.uplift.ingest;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
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

    JsonSource(byte[] body) {
        this.body = body;
    }

    @Override
    public void read(RowConsumer consumer) throws IOException {
        JsonNode rows = tree().path("rows");
        if (!rows.isArray()) {
            throw Problem.invalid("/rows", "required", "The body is an object with a list called rows.");
        }
        if (rows.size() > MOST_ROWS) {
            throw Problem.invalid(
                    "/rows",
                    "too-many",
                    "There are " + rows.size() + " rows; send " + MOST_ROWS + " at a time, or a file.");
        }
        int index = 0;
        for (JsonNode row : rows) {
            if (!row.isObject()) {
                consumer.unreadable(index, RowError.ofRow(index, "wrong-type", words(row) + " is not an object."));
                index++;
                continue;
            }
            Map<String, String> cells = new LinkedHashMap<>();
            row.properties().forEach(field -> cells.put(field.getKey(), text(field.getValue())));
            consumer.row(CsvRow.of(index++, cells));
        }
    }

    private static String words(JsonNode found) {
        String text = found.toString();
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
    }

    private static String text(JsonNode value) {
        if (value.isNull()) {
            return "";
        }
        return value.isContainerNode() ? value.toString() : value.asText();
    }

    private JsonNode tree() throws IOException {
        try {
            JsonNode tree = JSON.readTree(body);
            return tree == null ? JSON.createObjectNode() : tree;
        } catch (JacksonException e) {
            JsonLocation at = e.getLocation();
            String where = at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
            throw Problem.of(ProblemType.MALFORMED, "The body is not well-formed JSON" + where + ".");
        }
    }
}
