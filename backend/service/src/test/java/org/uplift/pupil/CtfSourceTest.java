package org.uplift.pupil;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.uplift.ingest.Endless;
import org.uplift.ingest.Hostile;
import org.uplift.ingest.Taken;
import org.uplift.platform.Problem;
import org.uplift.platform.ProblemType;
import org.uplift.school.AcademicYear;

class CtfSourceTest {
    private static final AcademicYear CURRENT = new AcademicYear(2025);
    private static final CtfCodes CODES = new CtfCodes(
            List.of(
                    assessment("", "", "", "E01", "", "EYFSP", "E01", "", "EYFSP", false, Set.of()),
                    assessment("", "PHO", "", "", "", "PHONICS", "", "", "PHONICS", true, Set.of("Wa", "Wt")),
                    assessment("KS2", "MAT", "TT", "MTC", "MT", "MTC", "", "", "MTC", true, Set.of())),
            List.of(new CtfCodes.Status("R", new CtfCodes.Years(1990, null), "achieved", "final")));

    private static CtfCodes.Assessment assessment(
            String stage,
            String subject,
            String method,
            String component,
            String qualifier,
            String code,
            String part,
            String partComponent,
            String gradeSet,
            boolean scored,
            Set<String> derived) {
        return new CtfCodes.Assessment(
                new CtfCodes.Place(stage, subject, method, component, qualifier),
                new CtfCodes.Years(2012, null),
                code,
                part,
                partComponent,
                gradeSet,
                scored,
                derived);
    }

    private static CtfSource source(byte[] bytes) {
        return new CtfSource(new ByteArrayInputStream(bytes), CODES, CURRENT);
    }

    private static Taken of(String xml) {
        return Taken.from(source(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private static String result(
            String year, String subject, String method, String component, String qualifier, String result) {
        return "<StageAssessment><Locale>ENG</Locale><Year>" + year + "</Year><Subject>" + subject
                + "</Subject><Method>"
                + method + "</Method><Component>" + component
                + "</Component><ResultStatus>R</ResultStatus><ResultQualifier>" + qualifier
                + "</ResultQualifier><Result>" + result + "</Result></StageAssessment>";
    }

    private static String mtc(String year, String result) {
        return result(year, "MAT", "TT", "MTC", "MT", result);
    }

    private static String file(String results) {
        return file("25.0", "<LEA>999</LEA><Estab>2001</Estab><URN>900001</URN>", results);
    }

    private static String file(String version, String school, String results) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <CTfile><Header><DocumentName>Common Transfer File</DocumentName><CTFversion>%s</CTFversion>\
                <DateTime>2026-07-07T13:00:00</DateTime><SupplierID>Example MIS 4.2</SupplierID><SourceSchool>%s\
                <SchoolName>Winterbottom Primary</SchoolName><AcademicYear>2025</AcademicYear></SourceSchool>\
                <DestSchool><LEA>888</LEA><Estab>1111</Estab><URN>900009</URN></DestSchool></Header>\
                <CTFpupilData><Pupil><UPN>B801200005001</UPN><Surname>Winterbottom</Surname>\
                <Forename>Zebedee</Forename><DOB>2015-02-29</DOB><Sex>M</Sex><StageAssessments><KeyStage>\
                <Stage>KS2</Stage>%s</KeyStage></StageAssessments></Pupil></CTFpupilData></CTfile>
                """.formatted(version, school, results);
    }

    @Test
    void aResultIsARowOfResults() {
        assertEquals(
                List.of(Map.ofEntries(
                        Map.entry("sourceSystem", "Example MIS 4.2"),
                        Map.entry("schoolUrn", "900001"),
                        Map.entry("schoolLaEstab", "9992001"),
                        Map.entry("upn", "B801200005001"),
                        Map.entry("academicYear", "2025/2026"),
                        Map.entry("assessmentPoint", "summer"),
                        Map.entry("assessmentCode", "MTC"),
                        Map.entry("facet", "achieved"),
                        Map.entry("score", "25"),
                        Map.entry("resultStatus", "final"),
                        Map.entry("sourceUpdatedAt", "2026-07-07T12:00:00Z"))),
                of(file(mtc("2026", "25"))).cells());
    }

    @Test
    void theYearOfAResultIsTheSummerInWhichItEndsAndThatOfTheHeaderWhereItStarts() {
        Taken taken = of(file(mtc("2026", "1") + mtc("2025", "2") + mtc("2027", "3") + mtc("25", "4") + mtc("", "5")));
        assertEquals(
                List.of("2025/2026", "2024/2025"),
                taken.rows().stream().map(row -> row.value("academicYear")).toList());
        assertEquals(List.of("ctf-year", "ctf-year", "ctf-year"), taken.codes());
        assertTrue(taken.errors().getFirst().message().contains("2026; found was \"2027\""));
        assertEquals("/rows/2/academicYear", taken.errors().getFirst().path());
    }

    @Test
    void nonMarksAreGradesNeverMarks() {
        for (String mark : List.of("A", "B", "J", "L", "Q", "U", "X", "Z")) {
            Map<String, String> cells = of(file(mtc("2026", mark))).cells().getFirst();
            assertEquals(mark, cells.get("grade"));
            assertEquals("MTC", cells.get("gradeSet"));
            assertFalse(cells.containsKey("score"));
        }
        assertEquals("0", of(file(mtc("2026", "0"))).cells().getFirst().get("score"));
    }

    @Test
    void goalsAreGradesAndPhonicsOutcomesFollowFromTheMark() {
        Taken taken = of(file(result("2026", "COM", "FP", "E01", "FD", "2")
                + result("2026", "PHO", "TA", "PHO", "NM", "34")
                + result("2026", "PHO", "TA", "PHO", "NO", "Wa")));
        assertEquals(
                List.of("2", "34"),
                taken.rows().stream()
                        .map(row -> row.value("grade") == null ? row.value("score") : row.value("grade"))
                        .toList());
        assertEquals("E01", taken.rows().getFirst().value("subject"));
        assertEquals(List.of("Results that follow from another one, and were passed over: 1."), taken.notes());
    }

    @Test
    void whatIsUnknownIsReportedByRow() {
        Taken taken = of(file(result("2026", "ENG", "TT", "REA", "NM", "38")
                + mtc("2026", "20")
                + mtc("2026", "20").replace("<Locale>ENG", "<Locale>WLS")
                + mtc("2026", "20").replace("<ResultStatus>R", "<ResultStatus>Q")
                + mtc("2011", "20")));
        assertEquals(1, taken.rows().size());
        assertEquals(
                List.of(
                        "ctf-unknown-assessment",
                        "ctf-unknown-assessment",
                        "ctf-unknown-status",
                        "ctf-unknown-assessment"),
                taken.codes());
        assertTrue(taken.errors().getFirst().message().contains("KS2 / ENG / TT / REA / NM"));
    }

    @Test
    void versionsOfThisYearAndTheLastAreExpected() {
        String school = "<URN>900001</URN>";
        assertEquals(List.of(), of(file("25.0", school, "")).notes());
        assertEquals(List.of(), of(file("24.0", school, "")).notes());
        for (String version : List.of("23.0", "26.0", "25", "", "Winterbottom")) {
            Taken taken = of(file(version, school, mtc("2026", "1")));
            assertEquals(1, taken.rows().size());
            assertTrue(taken.notes().getFirst().contains("expected are 25.0 and 24.0"));
        }
    }

    @Test
    void aSchoolIsToldByUrnOrByLocalAuthorityAndEstablishment() {
        Map<String, String> cells = of(file("25.0", "<LEA>999</LEA><Estab>2001</Estab>", mtc("2026", "1")))
                .cells()
                .getFirst();
        assertFalse(cells.containsKey("schoolUrn"));
        assertEquals("9992001", cells.get("schoolLaEstab"));
        assertThrows(Problem.class, () -> of(file("25.0", "<LEA>999</LEA>", "")));
    }

    @Test
    void valuesOfOnePupilAreNotThoseOfTheNext() {
        Taken taken = of(file(mtc("2026", "1"))
                .replace(
                        "</CTFpupilData>",
                        "<Pupil><StageAssessments><KeyStage>" + mtc("2026", "2")
                                + "</KeyStage></StageAssessments></Pupil></CTFpupilData>"));
        assertEquals(1, taken.rows().size());
        assertEquals(List.of("ctf-unknown-assessment"), taken.codes());
    }

    @Test
    void namesAndDatesOfBirthAppearNowhere() throws Exception {
        String whole = file(mtc("2026", "1")
                + result("2026", "Winterbottom", "TT", "Zebedee", "MT", "1")
                + mtc("Zebedee", "1")
                + mtc("2026", "2").replace("<ResultStatus>R", "<ResultStatus>Winterbottom"));
        PrintStream err = System.err;
        PrintStream out = System.out;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        System.setOut(System.err);
        try {
            StringBuilder all = new StringBuilder();
            for (String xml : List.of(
                    whole,
                    whole.replace("</Surname>", ""),
                    whole.replace("<Surname>", "<Surname Winterbottom='1' Winterbottom='2'>"),
                    whole.replace("Zebedee", "&Winterbottom;"),
                    whole.replace("Zebedee", "Zebedee\u0001"),
                    whole.replace("<Surname>", "<Winterbottom>"),
                    whole.replace("<Surname>", "<Zebedee:Winterbottom>"),
                    whole.replace("<Forename>", "<!DOCTYPE Winterbottom><Forename>"),
                    whole.replace("UTF-8", "Winterbottom"),
                    whole.substring(0, whole.indexOf("Zebedee") + 3))) {
                try {
                    Taken taken = of(xml);
                    all.append(taken.cells()).append(taken.errors()).append(taken.notes());
                } catch (Problem problem) {
                    all.append(problem.detail()).append(problem).append(problem.getCause());
                }
            }
            for (String planted : List.of("Winterbottom", "Zebedee", "Zeb", "2015-02-29")) {
                assertFalse(all.toString().contains(planted), planted);
                assertFalse(said.toString(StandardCharsets.UTF_8).contains(planted), planted);
            }
        } finally {
            System.setErr(err);
            System.setOut(out);
        }
    }

    @Test
    void otherEncodingsAreReadAsTheySay() {
        String xml = file(mtc("2026", "7")).replace("UTF-8", "windows-1252").replace("Zebedee", "Zoë");
        assertEquals(
                "7",
                Taken.from(source(xml.getBytes(Charset.forName("windows-1252"))))
                        .cells()
                        .getFirst()
                        .get("score"));
        xml = file(mtc("2026", "8")).replace("UTF-8", "UTF-16");
        assertEquals(
                "8",
                Taken.from(source(xml.getBytes(StandardCharsets.UTF_16)))
                        .cells()
                        .getFirst()
                        .get("score"));
        xml = "\uFEFF" + file(mtc("2026", "9"));
        assertEquals("9", of(xml).cells().getFirst().get("score"));
    }

    @Test
    void whatIsNoTextInTheEncodingOfTheFileIsToldToNobodyButTheSender() throws Exception {
        PrintStream err = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            String xml = file(mtc("2026", "7"));
            for (int at = 0; at < xml.length(); at += 5) {
                byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
                bytes[at] = (byte) 0xE9;
                Problem problem = assertThrows(Problem.class, () -> Taken.from(source(bytes)));
                assertEquals(ProblemType.MALFORMED, problem.type());
            }
        } finally {
            System.setErr(err);
        }
        assertEquals("", said.toString(StandardCharsets.UTF_8));
    }

    @Test
    void documentTypesAndEntitiesAreRefused() {
        for (String xml : List.of(
                Hostile.BILLION_LAUGHS,
                Hostile.EXTERNAL_ENTITY,
                "<!DOCTYPE CTfile SYSTEM \"http://localhost:1/x.dtd\"><CTfile/>",
                "<!DOCTYPE CTfile><CTfile/>",
                "<CTfile><Header>&x;</Header></CTfile>")) {
            Problem problem = assertThrows(Problem.class, () -> of(xml), xml);
            assertEquals(ProblemType.MALFORMED, problem.type());
        }
    }

    @Test
    void whatIsNoTransferFileIsRefused() {
        for (String xml : List.of(
                "<Message/>",
                "<CTfile/>",
                "<CTfile><CTFpupilData/><Header/></CTfile>",
                "<CTfile><Header/></CTfile>",
                "<html><CTfile/></html>")) {
            assertEquals(
                    ProblemType.INVALID,
                    assertThrows(Problem.class, () -> of(xml), xml).type());
        }
        for (String xml : List.of("", "a,b\n1,2", "{}", "<CTfile>", "<CTfile></Header>")) {
            assertEquals(
                    ProblemType.MALFORMED,
                    assertThrows(Problem.class, () -> of(xml), xml).type());
        }
    }

    @Test
    void whatGrowsWithoutEndIsRefusedAtOnce() {
        for (String beginning : List.of(
                "<",
                "<CTfile a='",
                "<CTfile ",
                "<CTfile><!--",
                "<CTfile><?x ",
                "<CTfile>",
                "<CTfile><Header><SupplierID>",
                "<CTfile><![CDATA[",
                "<!DOCTYPE CTfile [<!ENTITY x '",
                "<?xml version='1.0' ",
                "<CTfile><Header>&")) {
            for (char repeated : new char[] {'x', ' '}) {
                Endless file = new Endless(beginning, repeated, 2_000_000_000L);
                Problem problem =
                        assertThrows(Problem.class, () -> Taken.from(new CtfSource(file, CODES, CURRENT)), beginning);
                assertEquals(ProblemType.MALFORMED, problem.type());
                assertTrue(file.taken() < 3_000_000, () -> beginning + ": " + file.taken() + " bytes were read");
            }
        }
    }

    @Test
    void depthHasAnEnd() {
        assertThrows(Problem.class, () -> of("<CTfile>" + "<a>".repeat(100_000)));
    }

    @Property
    void anyBytesEndInRowsOrAProblem(@ForAll @Size(max = 200) byte[] bytes) {
        Hostile.endsInRowsOrAProblem(source(bytes));
        Hostile.endsInRowsOrAProblem(source(Hostile.after("<CTfile><Header>", bytes)));
    }

    @Property
    void aFileWithAnyByteChangedEndsInRowsOrAProblem(@ForAll int place, @ForAll byte with) {
        byte[] bytes = file(mtc("2026", "1")).getBytes(StandardCharsets.UTF_8);
        bytes[Math.floorMod(place, bytes.length)] = with;
        Hostile.endsInRowsOrAProblem(source(bytes));
    }
}
