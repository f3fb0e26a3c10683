package org.uplift.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.uplift.platform.Problem;
import org.uplift.platform.ProblemType;

class XlsxSourceTest {
    private static final String SHEET = "<worksheet><sheetData>%s</sheetData></worksheet>";
    private static final String HEADER = "<row r=\"1\">" + text("A1", "a") + text("B1", "b") + "</row>";

    private static String text(String reference, String text) {
        return "<c r=\"" + reference + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    private static XlsxSource source(byte[] bytes) {
        return new XlsxSource(new ByteArrayInputStream(bytes));
    }

    /** A workbook by its parts, those not named being as they must be. */
    private static byte[] workbook(Map<String, String> parts) throws IOException {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("_rels/.rels", """
                <Relationships><Relationship Id="r" Type="http://x/officeDocument" Target="xl/workbook.xml"/>\
                </Relationships>""");
        all.put("xl/workbook.xml", """
                <workbook xmlns:r="http://r"><sheets><sheet name="One" r:id="rId7"/></sheets></workbook>""");
        all.put("xl/_rels/workbook.xml.rels", """
                <Relationships><Relationship Id="rId7" Type="http://x/worksheet" Target="worksheets/one.xml"/>\
                <Relationship Id="rId8" Type="http://x/sharedStrings" Target="/xl/texts.xml"/>\
                <Relationship Id="rId9" Type="http://x/styles" Target="styles.xml"/></Relationships>""");
        all.put("xl/texts.xml", "<sst/>");
        all.put("xl/styles.xml", "<styleSheet/>");
        all.putAll(parts);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            for (Map.Entry<String, String> part : all.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return file.toByteArray();
    }

    private Taken sheet(String rows) throws IOException {
        return Taken.from(source(workbook(Map.of("xl/worksheets/one.xml", SHEET.formatted(rows)))));
    }

    private Problem refused(Map<String, String> parts) throws IOException {
        byte[] file = workbook(parts);
        return assertThrows(Problem.class, () -> Taken.from(source(file)));
    }

    @Test
    void aWorkbookIsReadAsRows() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(file, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Results");
            List<String> header =
                    List.of("text", "whole", "fraction", "date", "moment", "yes", "formula", "number as text");
            for (int at = 0; at < header.size(); at++) {
                sheet.value(1, at, header.get(at));
            }
            sheet.value(3, 0, "Café <&> \u202E");
            sheet.value(3, 1, 105);
            sheet.value(3, 2, 0.1 + 0.2);
            sheet.value(3, 3, LocalDate.of(2026, 7, 14));
            sheet.style(3, 3).format("dd/mm/yyyy").set();
            sheet.value(3, 4, LocalDateTime.of(2026, 7, 14, 9, 30));
            sheet.style(3, 4).format("[$-809]dd mmmm yyyy hh:mm").set();
            sheet.value(3, 5, true);
            sheet.formula(3, 6, "B4*2");
            sheet.value(3, 7, "0012");
            sheet.value(5, 0, "last");
            sheet.hideRow(5);
            workbook.newWorksheet("Other").value(0, 0, "never");
        }
        Taken taken = Taken.from(source(file.toByteArray()).require(List.of("text", "whole")));
        Map<String, String> first = taken.cells().getFirst();
        assertEquals("Café <&> \u202E", first.get("text"));
        assertEquals("105", first.get("whole"));
        assertEquals("0.3", first.get("fraction"));
        assertEquals("2026-07-14", first.get("date"));
        assertEquals("2026-07-14T09:30", first.get("moment"));
        assertEquals("true", first.get("yes"));
        assertEquals("0012", first.get("number as text"));
        assertEquals(Map.of("text", "last"), taken.cells().getLast());
        assertEquals(List.of(0, 1), taken.rows().stream().map(CsvRow::index).toList());
    }

    @Test
    void cellsHaveTheValueThatTheWorkbookKeeps() throws IOException {
        Taken taken = Taken.from(source(workbook(Map.of(
                "xl/worksheets/one.xml",
                SHEET.formatted(HEADER
                        + "<row><c t=\"s\"><v>0</v></c><c t=\"str\"><f>A1&amp;1</f><v>=kept</v></c></row>"
                        + "<row><c><f>1/0</f></c><c t=\"e\"><v>#DIV/0!</v></c></row>"
                        + "<row><c s=\"1\"><v>1</v></c><c s=\"1\"><v>61</v></c></row>"
                        + "<row><c s=\"2\"><v>46217</v></c><c s=\"3\"><v>46217</v></c></row>"
                        + "<row><c t=\"d\"><v>2026-07-14T00:00:00</v></c><c><v>1E+3</v></c></row>"
                        + "<row><c><v>NaN</v></c></row>"
                        + "<row><c><v>1e999999999</v></c><c><v>1e-999999999</v></c></row>"
                        + "<row><c s=\"1\"><v>0.5</v></c><c s=\"1\"><v>-5</v></c></row>"),
                "xl/texts.xml",
                "<sst><si><r><t>one </t></r><r><t>text</t></r><rPh><t>never</t></rPh></si></sst>",
                "xl/styles.xml",
                "<styleSheet><numFmts><numFmt numFmtId=\"170\" formatCode=\"&quot;day&quot; 0.00\"/>"
                        + "<numFmt numFmtId=\"171\" formatCode=\"yyyy\"/></numFmts><cellStyleXfs>"
                        + "<xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/>"
                        + "<xf numFmtId=\"14\"/><xf numFmtId=\"170\"/><xf numFmtId=\"171\"/></cellXfs>"
                        + "</styleSheet>"))));
        assertEquals(
                List.of(
                        Map.of("a", "one text", "b", "=kept"),
                        Map.of("b", "#DIV/0!"),
                        Map.of("a", "1900-01-01", "b", "1900-03-01"),
                        Map.of("a", "46217", "b", "2026-07-14"),
                        Map.of("a", "2026-07-14", "b", "1000"),
                        Map.of("a", "NaN"),
                        Map.of("a", "1e999999999", "b", "0"),
                        Map.of("a", "12:00", "b", "-5")),
                taken.cells());
    }

    @Test
    void daysMayBeCountedFrom1904() throws IOException {
        Taken taken = Taken.from(source(workbook(Map.of(
                "xl/workbook.xml",
                "<workbook xmlns:r=\"http://r\"><workbookPr date1904=\"1\"/><sheets><sheet r:id=\"rId7\"/>"
                        + "</sheets></workbook>",
                "xl/worksheets/one.xml",
                SHEET.formatted(HEADER + "<row><c s=\"0\"><v>44755</v></c></row>"),
                "xl/styles.xml",
                "<styleSheet><cellXfs><xf numFmtId=\"14\"/></cellXfs></styleSheet>"))));
        assertEquals(List.of(Map.of("a", "2026-07-14")), taken.cells());
    }

    @Test
    void cellsStandWhereTheySay() throws IOException {
        Taken taken = sheet("<row r=\"9\"/>" + HEADER + "<row r=\"2\">" + text("B2", "2") + "</row><row>"
                + text("A3", "1") + text("D3", "wide") + "</row><row>" + text("A4", " ") + "</row>");
        assertEquals(List.of(Map.of("b", "2"), Map.of("a", "1")), taken.cells());
        assertEquals(1, taken.notes().size());
    }

    @Test
    void aCellFarAwayTakesNoMemory() throws IOException {
        assertThrows(Problem.class, () -> sheet(HEADER + "<row>" + text("ZZZZZZZZZZ1", "x") + "</row>"));
        assertEquals(
                1,
                sheet(HEADER + "<row>" + text("A1", "x") + text("XFD1", "x") + "</row>")
                        .notes()
                        .size());
    }

    @Test
    void whatIsNoWorkbookIsRefused() throws IOException {
        byte[] old = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
        for (byte[] bytes :
                List.of(new byte[0], new byte[] {'P', 'K'}, "a,b\n1,2".getBytes(StandardCharsets.UTF_8), old)) {
            Problem problem = assertThrows(Problem.class, () -> Taken.from(source(bytes)));
            assertEquals(ProblemType.MALFORMED, problem.type());
            assertEquals(bytes == old, problem.detail().contains(".xls)"));
        }
        assertEquals(
                ProblemType.MALFORMED,
                refused(Map.of("xl/workbook.xml", "<workbook/>")).type());
        assertEquals(ProblemType.MALFORMED, refused(Map.of()).type());
        assertThrows(Problem.class, () -> sheet(HEADER + "<row><c t=\"s\"><v>9</v></c></row>"));
    }

    @Test
    void aHeaderRowIsNeeded() throws IOException {
        assertThrows(Problem.class, () -> sheet(""));
        byte[] file = workbook(Map.of("xl/worksheets/one.xml", SHEET.formatted(HEADER)));
        Problem problem =
                assertThrows(Problem.class, () -> Taken.from(source(file).require(List.of("a", "upn", "score"))));
        assertTrue(problem.detail().contains("2 values"));
    }

    @Test
    void whatUnpacksWithoutEndIsRefused() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            for (Map.Entry<String, String> part : Map.of(
                            "_rels/.rels",
                            "<R><Relationship Id=\"r\" Type=\"x/officeDocument\" Target=\"w.xml\"/></R>",
                            "w.xml",
                            "<w xmlns:r=\"r\"><sheet r:id=\"s\"/></w>",
                            "_rels/w.xml.rels",
                            "<R><Relationship Id=\"s\" Type=\"x/worksheet\" Target=\"s.xml\"/></R>")
                    .entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
            zip.putNextEntry(new ZipEntry("s.xml"));
            zip.write(("<w>" + HEADER).getBytes(StandardCharsets.UTF_8));
            byte[] rows = "<row></row>".repeat(10_000).getBytes(StandardCharsets.UTF_8);
            for (int at = 0; at < 500; at++) {
                zip.write(rows);
            }
        }
        Problem problem = assertThrows(Problem.class, () -> Taken.from(source(file.toByteArray())));
        assertEquals(ProblemType.TOO_LARGE, problem.type());
        assertTrue(file.size() < 1_000_000);
    }

    @Test
    void documentTypesAndLongTextsAreRefused() throws IOException {
        assertEquals(
                ProblemType.MALFORMED,
                refused(Map.of("xl/worksheets/one.xml", Hostile.BILLION_LAUGHS)).type());
        assertEquals(
                ProblemType.MALFORMED,
                refused(Map.of("xl/texts.xml", Hostile.EXTERNAL_ENTITY)).type());
        assertThrows(Problem.class, () -> sheet(HEADER + "<row>" + text("A1", "x".repeat(70_000)) + "</row>"));
    }

    @Test
    void aRowThatIsTooLongIsNamed() {
        String row = "<row>" + text("A2", "x".repeat(40_000)) + text("B2", "x".repeat(40_000)) + "</row>";
        Problem problem = assertThrows(Problem.class, () -> sheet(HEADER + "<row>" + text("A2", "1") + "</row>" + row));
        assertTrue(problem.detail().startsWith("Row 1 (from 0)"), problem.detail());
    }

    @Test
    void aWorkbookThatWasCutOffIsRefused() throws IOException {
        byte[] whole = workbook(Map.of("xl/worksheets/one.xml", SHEET.formatted(HEADER)));
        for (int size = 0; size < whole.length; size += 7) {
            Hostile.endsInRowsOrAProblem(source(Arrays.copyOf(whole, size)));
        }
    }

    @Test
    void aFileThatIsTooLargeIsRefused() {
        Endless file = new Endless("PK", 'x', 2_000_000_000L);
        Problem problem = assertThrows(Problem.class, () -> Taken.from(new XlsxSource(file)));
        assertEquals(ProblemType.TOO_LARGE, problem.type());
        assertTrue(file.taken() < 40_000_000);
    }

    @Property
    void anyBytesEndInRowsOrAProblem(@ForAll @Size(max = 200) byte[] bytes) {
        Hostile.endsInRowsOrAProblem(source(bytes));
        Hostile.endsInRowsOrAProblem(source(
                Hostile.after("PK", Hostile.before(bytes, "PK\u0005\u0006" + "\0".repeat(18)))));
    }

    @Property
    void aWorkbookWithAnyByteChangedEndsInRowsOrAProblem(@ForAll int place, @ForAll byte with) throws IOException {
        byte[] bytes = workbook(Map.of("xl/worksheets/one.xml", SHEET.formatted(HEADER + HEADER)));
        bytes[Math.floorMod(place, bytes.length)] = with;
        Hostile.endsInRowsOrAProblem(source(bytes));
    }
}
