package org.uplift.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.uplift.platform.Problem;
import org.uplift.platform.ProblemType;

class NdjsonSourceTest {
    private static NdjsonSource source(byte[] bytes) {
        return new NdjsonSource(new ByteArrayInputStream(bytes));
    }

    private static Taken of(String text) {
        return Taken.from(source(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static RowError error(String line) {
        Taken taken = of(line);
        assertEquals(List.of(), taken.rows(), line);
        assertEquals(1, taken.errors().size(), line);
        return taken.errors().getFirst();
    }

    @Test
    void valuesAreTheirText() {
        assertEquals(
                List.of(Map.of(
                        "text",
                        "Café",
                        "whole",
                        "105",
                        "exponent",
                        "1e2",
                        "fraction",
                        "1.50",
                        "yes",
                        "true",
                        "no",
                        "false")),
                of("{\"text\":\"Café\",\"whole\":105,\"exponent\":1e2,\"fraction\":1.50,\"yes\":true,\"no\":false,"
                                + "\"nothing\":null}\n")
                        .cells());
    }

    @Test
    void linesMayEndAnyWayAndBlankOnesAreNotCounted() {
        Taken taken = of("\uFEFF{\"a\":1}\r\n\n  \r\n{\"a\":2}\n\t{\"a\":3} ");
        assertEquals(List.of(Map.of("a", "1"), Map.of("a", "2"), Map.of("a", "3")), taken.cells());
        assertEquals(List.of(0, 1, 2), taken.rows().stream().map(CsvRow::index).toList());
        assertEquals(List.of(), of("").cells());
        assertEquals(List.of(), of("\uFEFF").cells());
    }

    @Test
    void fieldsMayComeInAnyOrderAndBeAbsent() {
        Taken taken = of("{\"a\":1,\"b\":2}\n{\"b\":3,\"c\":4}\n{\"c\":5,\"a\":null}\n");
        assertEquals(List.of(Map.of("a", "1", "b", "2"), Map.of("b", "3", "c", "4"), Map.of("c", "5")), taken.cells());
        assertFalse(taken.rows().get(0).says("c"));
        assertFalse(taken.rows().get(1).says("a"));
        assertTrue(taken.rows().get(2).says("a"));
    }

    @Test
    void aBrokenLineIsOneUnreadableRow() {
        Taken taken = of("{\"a\":1}\n{\"a\":\n{\"a\":2}\n");
        assertEquals(List.of(Map.of("a", "1"), Map.of("a", "2")), taken.cells());
        assertEquals(List.of("not-json"), taken.codes());
        assertEquals("/rows/1", taken.errors().getFirst().path());
        assertEquals(2, taken.rows().getLast().index());
        for (String line : List.of(
                "[]",
                "1",
                "\"x\"",
                "null",
                "{}{}",
                "{} x",
                "{\"a\":NaN}",
                "{\"a\":01}",
                "{\"a\":+1}",
                "{a:1}",
                "{'a':1}",
                "{\"a\":1,}",
                "{\"a\":Infinity}",
                "}",
                "{\"a\":\"\u0001\"}",
                "{\"a\":\"\t\"}",
                "{\"a\":" + "9".repeat(2_000) + "}")) {
            assertEquals("not-json", error(line).code(), line);
        }
    }

    @Test
    void whatTheLineHoldsIsNotRepeated() {
        assertFalse(error("{\"surname\": Winterbottom}").message().contains("Winterbottom"));
    }

    @Test
    void nestedValuesAreNamed() {
        assertEquals("/rows/0/b", error("{\"a\":1,\"b\":{\"c\":2}}").path());
        assertEquals("nested", error("{\"a\":[1]}").code());
        assertEquals("nested", error("{\"a\":" + "[".repeat(60_000)).code());
    }

    @Test
    void whereItIsAllowedNestedValuesHaveDottedNames() {
        Taken taken = Taken.from(new NdjsonSource(
                new ByteArrayInputStream(
                        ("{\"student\":{\"sourcedId\":\"x\",\"more\":{\"deep\":1},\"list\":[1]},\"list\":[{\"a\":1}],"
                                        + "\"score\":7}\n{\"other\":{}}\n{\"student\":{\"a\":1},\"student\":{\"a\":2}}")
                                .getBytes(StandardCharsets.UTF_8)),
                Set.of("student", "list")));
        assertEquals(List.of(Map.of("student.sourcedId", "x", "score", "7")), taken.cells());
        assertEquals(List.of("nested", "field-twice"), taken.codes());
    }

    @Test
    void aFieldThatIsThereTwiceIsRefused() {
        assertEquals("field-twice", error("{\"a\":1,\"a\":1}").code());
        assertEquals("field-twice", error("{\"a\":null,\"a\":1}").code());
        assertEquals("field-twice", error("{\"a\":1,\"\\u0061\":1}").code());
    }

    @Test
    void whatIsNoTextInALineIsRefused() {
        assertEquals("encoding", error("{\"a\":\"\\ud800\"}").code());
        assertEquals("encoding", error("{\"a\":\"\\udc00\\ud800\"}").code());
        assertEquals("not-json", error("{\"\\ud800\":1}").code());
        assertEquals("encoding", error("{\"a\":\"\\u0000\"}").code());
        assertEquals(
                List.of(Map.of("a", "\uD83D\uDE00\u202E")),
                of("{\"a\":\"\\ud83d\\ude00\u202E\"}").cells());
        for (byte[] bytes : List.of(
                new byte[] {(byte) 0xE9},
                new byte[] {(byte) 0xC0, (byte) 0x80},
                new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
                new byte[] {(byte) 0xF8, (byte) 0x88, (byte) 0x80, (byte) 0x80, (byte) 0x80})) {
            Taken taken =
                    Taken.from(source(Hostile.after("{\"b\":1}\n{\"a\":\"", Hostile.before(bytes, "\"}\n{\"b\":2}"))));
            assertEquals(2, taken.rows().size());
            assertEquals(1, taken.errors().size());
        }
    }

    @Test
    void tooManyDifferentFieldsAreUnreadableRows() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 201; i++) {
            lines.append("{\"f").append(i).append("\":1}\n");
        }
        Taken taken = of(lines + "{\"f0\":2}");
        assertEquals(List.of("too-many-fields"), taken.codes());
        assertEquals(201, taken.rows().size());
    }

    @Test
    void whatIsNoTextIsRefused() {
        assertEquals(
                ProblemType.MALFORMED,
                assertThrows(Problem.class, () -> of("{\"a\":1}\n\0\n")).type());
        assertThrows(Problem.class, () -> Taken.from(source("{\"a\":1}\n".getBytes(StandardCharsets.UTF_16LE))));
    }

    @Test
    void aLineOfTwoGigabytesIsRefusedAtOnceAndNamed() {
        for (String beginning : List.of("{\"a\":1}\n{\"a\":\"", "{\"a\":1}\n{\"a\":", "{\"a\":1}\n")) {
            for (char repeated : new char[] {'1', ' ', '['}) {
                Endless file = new Endless(beginning, repeated, 2_000_000_000L);
                Problem problem = assertThrows(Problem.class, () -> Taken.from(new NdjsonSource(file)));
                assertTrue(problem.detail().startsWith("Row 1 (from 0)"), problem.detail());
                assertTrue(file.taken() < 1_000_000);
            }
        }
    }

    @Test
    void manyLinesPassThroughTheBuffer() {
        String line = "{\"a\":\"" + "x".repeat(60_000) + "\"}\n";
        Taken taken = of(line.repeat(50) + "{\"a\":\"end\"}");
        assertEquals(51, taken.rows().size());
        assertEquals("end", taken.rows().getLast().value("a"));
        assertTrue(
                taken.rows().stream().limit(50).allMatch(row -> row.value("a").length() == 60_000));
    }

    @Property
    void anyBytesEndInRowsOrAProblem(@ForAll @Size(max = 300) byte[] bytes) {
        Hostile.endsInRowsOrAProblem(source(bytes));
    }

    @Property
    void anyBytesInAValueEndInRowsOrAProblem(@ForAll @Size(max = 100) byte[] bytes) {
        Hostile.endsInRowsOrAProblem(source(Hostile.after("{\"a\":1}\n{\"a\":\"", Hostile.before(bytes, "\"}\n{}"))));
    }
}
