package org.uplift.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.uplift.platform.Problem;

class CsvFileTest {
    private static CsvFile of(String text) {
        return CsvFile.of(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void encodingsAreTold() {
        assertEquals(
                "Café",
                CsvFile.of("name\nCafé\n".getBytes(Charset.forName("windows-1252")))
                        .rows()
                        .getFirst()
                        .value("name"));
        assertEquals("Café", of("name\nCafé\n").rows().getFirst().value("name"));
        assertEquals(List.of("name"), of("\uFEFFname\nx\n").columns());
    }

    @Test
    void separatorsAreTold() {
        assertEquals("2", of("a;b\n1;2\n").rows().getFirst().value("b"));
        assertEquals("2", of("a\tb\n1\t2\n").rows().getFirst().value("b"));
        assertEquals("1,5", of("a,b\n\"1,5\",2\n").rows().getFirst().value("a"));
    }

    @Test
    void rowsMayBeTooShortOrTooLong() {
        CsvRow row = of("a,b,c\n1\n1,2,3,4\n").rows().getFirst();
        assertTrue(row.says("a"));
        assertFalse(row.says("c"));
        assertNull(row.value("c"));
        assertNull(row.value("never"));
        assertEquals("3", of("a,b,c\n1\n1,2,3,4\n").rows().get(1).value("c"));
    }

    @Test
    void quotedLinesStayTogether() {
        assertEquals(
                "two\nlines", of("a,b\n\"two\nlines\",x\n").rows().getFirst().value("a"));
    }

    @Test
    void whatIsNoTextIsRefused() {
        assertThrows(Problem.class, () -> CsvFile.of(new byte[] {80, 75, 3, 4, 0, 0}));
        assertThrows(Problem.class, () -> CsvFile.of(new byte[0]));
    }

    @Test
    void missingColumnsAreAllNamed() {
        Problem problem = assertThrows(Problem.class, () -> of("a\n1\n").require(List.of("a", "b", "c/d")));
        assertTrue(problem.detail().contains("2 values"));
    }
}
