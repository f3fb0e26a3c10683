package org.uplift.pupil;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.uplift.ingest.CsvRow;
import org.uplift.ingest.CsvSource;
import org.uplift.ingest.NdjsonSource;
import org.uplift.ingest.RowSource;
import org.uplift.ingest.Taken;

class OneRosterSourceTest {
    private static final Map<String, String> DEFAULTS = Map.of("sourceSystem", "roster", "schoolUrn", "900001");

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Taken ndjson(String text) {
        return taken(new NdjsonSource(stream(text), OneRosterSource.NESTED));
    }

    private static Taken taken(RowSource rows) {
        return Taken.from(new OneRosterSource(rows, OneRosterSource.LineItems::spelled, DEFAULTS));
    }

    private static final Map<String, String> EXPECTED = Map.ofEntries(
            Map.entry("sourceSystem", "roster"),
            Map.entry("schoolUrn", "900001"),
            Map.entry("upn", "B801200005001"),
            Map.entry("academicYear", "2025/2026"),
            Map.entry("assessmentPoint", "summer"),
            Map.entry("assessmentCode", "KS2"),
            Map.entry("subject", "REA"),
            Map.entry("component", "TEST"),
            Map.entry("score", "105"),
            Map.entry("resultDate", "2026-07-07"),
            Map.entry("sourceUpdatedAt", "2026-07-08T09:00:00Z"),
            Map.entry("resultStatus", "final"));

    @Test
    void nestedJsonIsRead() {
        assertEquals(List.of(EXPECTED), ndjson("""
                {"sourcedId":"r1","status":"active","dateLastModified":"2026-07-08T09:00:00Z","metadata":{"x":{"y":1}},\
                "assessmentLineItem":{"href":"https://x","sourcedId":"KS2/REA/TEST/summer/2025-2026"},\
                "student":{"href":"https://x","sourcedId":"B801200005001","type":"user"},"score":105,\
                "scoreDate":"2026-07-07T00:00:00Z","scoreStatus":"fully graded","learningObjectiveSet":[{"a":[1]}]}
                """).cells());
    }

    @Test
    void dottedColumnsAreRead() {
        assertEquals(List.of(EXPECTED), taken(new CsvSource(stream("""
                sourcedId,status,dateLastModified,assessmentLineItem.sourcedId,student.sourcedId,score,textScore,scoreDate,scoreStatus
                r1,active,2026-07-08T09:00:00Z,KS2/REA/TEST/summer/2025-2026,B801200005001,105,,2026-07-07,fully graded
                """))).cells());
    }

    @Test
    void aTextScoreIsAGradeAndOurOwnNamesCount() {
        Map<String, String> cells = ndjson("""
                {"assessmentLineItem":{"sourcedId":"KS2/WRI/TA/summer/2025-2026"},"textScore":"EXS","gradeSet":"KS2_TA",\
                "scoreStatus":"partially graded","schoolUrn":900002,"facet":"target"}
                """).cells().getFirst();
        assertEquals("EXS", cells.get("grade"));
        assertEquals("KS2_TA", cells.get("gradeSet"));
        assertEquals("provisional", cells.get("resultStatus"));
        assertEquals("900002", cells.get("schoolUrn"));
        assertEquals("target", cells.get("facet"));
    }

    @Test
    void whatIsNoResultIsReportedByRow() {
        String item = "\"assessmentLineItem\":{\"sourcedId\":\"MTC/summer/2025-2026\"}";
        Taken taken = ndjson("{" + item + ",\"scoreStatus\":\"exempt\"}\n{" + item + ",\"status\":\"tobedeleted\"}\n"
                + "{\"assessmentLineItem\":{\"sourcedId\":\"42\"}}\n{" + item
                + ",\"score\":25,\"scoreStatus\":\"odd\"}\n");
        assertEquals(List.of("no-result", "deletion", "unknown-line-item"), taken.codes());
        assertEquals(
                "/rows/2/assessmentLineItem.sourcedId", taken.errors().getLast().path());
        assertEquals(3, taken.rows().getFirst().index());
        assertEquals("odd", taken.rows().getFirst().value("resultStatus"));
    }

    @Test
    void lineItemsSayWhatIsAssessedOrAreRegistered() {
        assertEquals(
                Optional.of(new OneRosterSource.LineItem("EYFSP", "E01", "", "summer", "2025/2026")),
                OneRosterSource.LineItems.spelled("EYFSP/E01/summer/2025-2026"));
        assertEquals(
                Optional.of(new OneRosterSource.LineItem("PHONICS", "", "", "summer", "2025/2026")),
                OneRosterSource.LineItems.spelled("PHONICS/summer/2025-2026"));
        for (String id : List.of("", "/", "MTC", "MTC/summer", "a/b/c/d/e/f", "KS2//TEST/summer/2025-2026")) {
            assertEquals(Optional.empty(), OneRosterSource.LineItems.spelled(id), id);
        }
        OneRosterSource.LineItem registered = new OneRosterSource.LineItem("MTC", "", "", "summer", "2025/2026");
        Taken taken = Taken.from(new OneRosterSource(
                new NdjsonSource(stream("{\"assessmentLineItem.sourcedId\":\"42\",\"score\":7}")),
                id -> id.equals("42") ? Optional.of(registered) : Optional.empty(),
                DEFAULTS));
        assertEquals("MTC", taken.rows().getFirst().value("assessmentCode"));
    }

    @Test
    void aPlainRowGoesThroughUntouched() {
        CsvRow plain = CsvRow.of(3, Map.of("upn", "B801200005001", "score", "7"));
        Taken taken = taken(rows -> rows.row(plain));
        assertSame(plain, taken.rows().getFirst());
        assertTrue(taken(rows -> rows.note("said")).notes().contains("said"));
    }

    @Property
    void anyLineItemIsReadOrNot(@ForAll String id) {
        OneRosterSource.LineItems.spelled(id).ifPresent(item -> assertTrue(id.startsWith(item.assessmentCode() + "/")));
    }
}
