package org.uplift.pupil;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.uplift.ingest.CsvRow;
import org.uplift.platform.Problem;

/** Reads the rows of a JSON push, each for itself: one that is wrong does not keep the others out. */
@ApplicationScoped
class PushBody {
    private static final int MOST_ROWS = 5_000;

    @Inject
    ObjectMapper json;

    /** The rows; 400 when the body is not JSON, 422 when it has no list of rows or one that is too long. */
    List<CsvRow> rows(byte[] body) {
        JsonNode tree = tree(body);
        JsonNode rows = tree.path("rows");
        if (!rows.isArray()) {
            throw Problem.invalid("/rows", "required", "The body is an object with a list called rows.");
        }
        if (rows.size() > MOST_ROWS) {
            throw Problem.invalid(
                    "/rows",
                    "too-many",
                    "There are " + rows.size() + " rows; send " + MOST_ROWS + " at a time, or a CSV file.");
        }
        List<CsvRow> read = new ArrayList<>(rows.size());
        for (JsonNode row : rows) {
            Map<String, String> cells = new LinkedHashMap<>();
            row.properties().forEach(field -> {
                if (!field.getValue().isNull()) {
                    cells.put(
                            field.getKey(),
                            field.getValue().isContainerNode()
                                    ? field.getValue().toString()
                                    : field.getValue().asText());
                }
            });
            read.add(CsvRow.of(read.size(), cells));
        }
        return read;
    }

    private JsonNode tree(byte[] body) {
        try {
            JsonNode tree = json.readTree(body);
            return tree == null ? json.createObjectNode() : tree;
        } catch (com.fasterxml.jackson.core.JacksonException e) {
            throw new BadRequestException(e);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
