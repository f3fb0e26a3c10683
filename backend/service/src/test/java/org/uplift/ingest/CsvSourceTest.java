package org.uplift.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.uplift.platform.Problem;
import org.uplift.platform.ProblemType;

class CsvSourceTest {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private static CsvSource source(byte[] bytes) {
        return new CsvSource(new ByteArrayInputStream(bytes));
    }

    private static Taken of(String text) {
        return Taken.from(source(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Problem refused(String text) {
        return assertThrows(Problem.class, () -> of(text));
    }

    @Test
    void theEncodingIsToldByTheFirstByteBeyondAscii() {
        String text = "name,n\nx,1\nCafé – “Zoë”,2\n";
        List<Map<String, String>> expected =
                List.of(Map.of("name", "x", "n", "1"), Map.of("name", "Café – “Zoë”", "n", "2"));
        assertEquals(expected, of(text).cells());
        assertEquals(expected, of("\uFEFF" + text).cells());
        assertEquals(expected, Taken.from(source(text.getBytes(WINDOWS_1252))).cells());
    }

    @Test
    void whereTheEncodingIsToldDoesNotMatter() {
        String filling = "abcdefghi,12345\n".repeat(20_000);
        for (Charset charset : List.of(StandardCharsets.UTF_8, WINDOWS_1252)) {
            for (int shift = 0; shift < 5; shift++) {
                byte[] bytes = ("name,n\n" + "x".repeat(shift) + filling + "é,£\n").getBytes(charset);
                assertEquals(
                        Map.of("name", "é", "n", "£"),
                        Taken.from(source(bytes)).cells().getLast());
            }
        }
    }

    @Test
    void aBrokenPlaceInUtf8IsOneUnreadableRow() {
        byte[] bytes = "name\né\nx?y\né\n".getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 6] = (byte) 0xE9;
        Taken taken = Taken.from(source(bytes));
        assertEquals(List.of("encoding"), taken.codes());
        assertEquals("/rows/1", taken.errors().getFirst().path());
        assertEquals(List.of(0, 2), taken.rows().stream().map(CsvRow::index).toList());
    }

    @Test
    void separatorsAndLineEndsAreTold() {
        for (String separator : List.of(",", ";", "\t")) {
            for (String end : List.of("\n", "\r\n", "\r")) {
                String text = "\"a,;x\",b,c\n\"1,;2\",\"two\nlines\",\"say \"\"so\"\"\"\n"
                        .replace(",;", "~")
                        .replace(",", separator)
                        .replace("~", ",;")
                        .replace("\n", end);
                assertEquals(
                        List.of(Map.of("a,;x", "1,;2", "b", "two" + end + "lines", "c", "say \"so\"")),
                        of(text).cells(),
                        separator + end);
            }
        }
    }

    @Test
    void rowsMayBeTooShortOrTooLong() {
        Taken taken = of("a,b,\n1\n1,2,3,4\n,,,,,\n1,2,,,\n\n   \n9\n");
        assertEquals(List.of("a", "b"), taken.columns());
        assertEquals(
                List.of(Map.of("a", "1"), Map.of("a", "1", "b", "2"), Map.of("a", "1", "b", "2"), Map.of("a", "9")),
                taken.cells());
        assertEquals(
                List.of(0, 1, 2, 3), taken.rows().stream().map(CsvRow::index).toList());
        assertFalse(taken.rows().getFirst().says("b"));
        assertNull(taken.rows().getFirst().value("never"));
        assertEquals(1, taken.notes().size());
        assertTrue(taken.notes().getFirst().contains(": 1."));
    }

    @Test
    void ofTwoColumnsWithOneNameTheFirstCounts() {
        Taken taken = of("a,b,a\n1,2,3\n");
        assertEquals(List.of(Map.of("a", "1", "b", "2")), taken.cells());
        assertEquals(List.of("The column \"a\" is there more than once; the first one counts."), taken.notes());
    }

    @Test
    void missingColumnsAreAllNamed() {
        Problem problem = assertThrows(
                Problem.class,
                () -> source("a\n1\n".getBytes(StandardCharsets.UTF_8))
                        .require(List.of("a", "b", "c/d"))
                        .read(new Taken()));
        assertEquals(ProblemType.INVALID, problem.type());
        assertTrue(problem.detail().contains("2 values"));
    }

    @Test
    void whatHasNoHeaderIsRefused() {
        for (String text : List.of("", "\n\n", "\uFEFF", "\uFEFF\r\n", ",,,\n1,2\n", "  \n")) {
            assertEquals(ProblemType.INVALID, refused(text).type(), text);
        }
    }

    @Test
    void whatIsNoTextIsRefused() {
        assertEquals(ProblemType.MALFORMED, refused("a\n1\n\0\n").type());
        assertEquals(
                ProblemType.MALFORMED,
                refused("a\n" + "1\n".repeat(100_000) + "\0").type());
        assertEquals(
                ProblemType.MALFORMED,
                assertThrows(Problem.class, () -> Taken.from(source("a,b\n1,2".getBytes(StandardCharsets.UTF_16))))
                        .type());
    }

    @Test
    void tooManyColumnsAreRefused() {
        String header = "c".repeat(1) + ",c".repeat(200);
        assertTrue(refused(header + "\n1\n").detail().contains("more than 200"));
        assertEquals(
                1,
                Taken.from(source((header + "\n1\n").getBytes(StandardCharsets.UTF_8))
                                .columnsUpTo(201))
                        .rows()
                        .size());
    }

    @Test
    void aLineOfTwoGigabytesIsRefusedAtOnceAndNamed() {
        for (char repeated : new char[] {'x', ',', '"', ' '}) {
            for (String beginning : List.of("a,b\n1,2\n3,", "a,b\n1,2\n3,\"")) {
                Endless file = new Endless(beginning, repeated, 2_000_000_000L);
                Problem problem =
                        assertThrows(Problem.class, () -> Taken.from(new CsvSource(file)), beginning + repeated);
                assertEquals(ProblemType.INVALID, problem.type());
                assertTrue(problem.detail().startsWith("Row 1 (from 0)"), problem.detail());
                assertTrue(file.taken() < 1_000_000, () -> file.taken() + " bytes were read");
            }
        }
    }

    @Test
    void aHeaderOfTwoGigabytesIsRefusedAtOnce() {
        for (char repeated : new char[] {'x', ',', '"', ' '}) {
            Endless file = new Endless("a", repeated, 2_000_000_000L);
            assertThrows(Problem.class, () -> Taken.from(new CsvSource(file)));
            assertTrue(file.taken() < 1_000_000);
        }
    }

    @Test
    void aQuoteThatDoesNotCloseIsRefused() {
        for (String end : List.of("4\n5,6\n", "4", "", "4\"\"", "4,\n", "4\"x\n")) {
            Problem problem = refused("a,b\n1,2\n3,\"" + end);
            assertTrue(problem.detail().startsWith("Row 1 (from 0) has a quote"), end + ": " + problem.detail());
        }
        assertTrue(refused("a,\"b\n1,2\n").detail().contains("header line"));
        assertEquals("\"", of("a,b\n1,\"\"\"\"").rows().getFirst().value("b"));
        assertEquals("5\" ruler", of("a,b\n1,5\" ruler\n").rows().getFirst().value("b"));
    }

    @Test
    void valuesAreTakenAsTheyStand() {
        assertEquals(
                List.of(Map.of("a", "=1+1", "b", "1e2", "c", "NaN", "d", "\u202Eabc")),
                of("a,b,c,d\n=1+1,1e2,NaN,\u202Eabc\n").cells());
    }

    @Test
    void aConnectionThatBreaksIsNoProblemOfTheFile() {
        InputStream broken = new InputStream() {
            private int given;

            @Override
            public int read() throws IOException {
                if (given == 20) {
                    throw new IOException("reset by peer");
                }
                return "a,b\n1,2\n".charAt(given++ % 8);
            }
        };
        assertThrows(IOException.class, () -> new CsvSource(broken).read(new Taken()));
    }

    @Property
    void anyBytesEndInRowsOrAProblem(@ForAll @Size(max = 300) byte[] bytes) {
        Hostile.endsInRowsOrAProblem(source(bytes));
    }

    @Property
    void anyBytesAfterAHeaderEndInRowsOrAProblem(@ForAll @Size(max = 300) byte[] bytes) {
        Hostile.endsInRowsOrAProblem(source(Hostile.after("a,b;c\n", bytes)));
    }

    @Property
    void whatIsWrittenIsReadAgain(
            @ForAll @Size(min = 1, max = 20) List<@IntRange(min = 0, max = 5) Integer> picks,
            @ForAll @IntRange(min = 0, max = 2) int separator) {
        String[] values = {"a", "b,;\t", "\"q\"", "é", "two\nlines", "1.50"};
        String by = ",;\t".substring(separator, separator + 1);
        StringBuilder text = new StringBuilder("x" + by + "y\n");
        for (int pick : picks) {
            String quoted = "\"" + values[pick].replace("\"", "\"\"") + "\"";
            text.append(quoted).append(by).append(quoted).append("\r\n");
        }
        assertEquals(
                picks.stream().map(pick -> values[pick].strip()).toList(),
                of(text.toString()).rows().stream().map(row -> row.value("y")).toList());
    }
}
