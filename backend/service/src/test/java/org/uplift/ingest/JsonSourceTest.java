package org.uplift.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.uplift.platform.Problem;
import org.uplift.platform.ProblemType;

class JsonSourceTest {
    private static Taken of(String body) {
        return Taken.from(new JsonSource(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static ProblemType refusal(String body) {
        return assertThrows(Problem.class, () -> of(body), body).type();
    }

    @Test
    void valuesAreTheirText() {
        assertEquals(
                List.of(Map.of(
                        "text", "Café", "whole", "105", "part", "1.5", "yes", "true", "list", "[1,{\"a\":null}]")),
                of("{\"rows\": [{\"text\": \"Café\", \"whole\": 105, \"part\": 1.50, \"yes\": true, \"nothing\": null,"
                                + " \"list\": [1, {\"a\": null}]}]}")
                        .cells());
    }

    @Test
    void rowsThatNameTheSameShareTheirColumns() {
        List<CsvRow> rows =
                of("{\"rows\": [{\"a\": 1, \"b\": 2}, {\"a\": 3, \"b\": 4}, {\"b\": 5, \"a\": 6}, {\"a\": 7},"
                                + " {\"a\": 8, \"a\": 9}, {\"a\": 10}, {}]}")
                        .rows();
        assertSame(rows.get(0).places(), rows.get(1).places());
        assertNotSame(rows.get(1).places(), rows.get(2).places());
        assertEquals(
                List.of(
                        Map.of("a", "1", "b", "2"),
                        Map.of("a", "3", "b", "4"),
                        Map.of("b", "5", "a", "6"),
                        Map.of("a", "7"),
                        Map.of("a", "9"),
                        Map.of("a", "10"),
                        Map.of()),
                rows.stream().map(CsvRow::cells).toList());
        assertEquals(
                List.of(0, 1, 2, 3, 4, 5, 6), rows.stream().map(CsvRow::index).toList());
    }

    @Test
    void whatStandsBesideTheRowsIsPassedOver() {
        assertEquals(
                List.of(Map.of("a", "1")),
                of("{\"by\": {\"rows\": [7]}, \"rows\": [{\"a\": 1}], \"more\": [1, 2]}")
                        .cells());
    }

    @Test
    void aBodyThatHasNotOneListOfRowsIsRefused() {
        for (String body : List.of(
                "",
                "7",
                "[]",
                "{}",
                "{\"rows\": {}}",
                "{\"rows\": null}",
                "{\"rows\": [], \"rows\": []}",
                "{\"rows\": {}, \"rows\": []}")) {
            assertEquals(ProblemType.INVALID, refusal(body), body);
        }
    }

    @Test
    void whatIsNotJsonIsRefusedWhereverItBreaksOff() {
        for (String body : List.of("{", "[1,", "rows", "{\"rows\": [{\"a\": 1}, {\"a\"", "{\"rows\": [{\"a\": 1}]")) {
            assertEquals(ProblemType.MALFORMED, refusal(body), body);
        }
    }
}
