package org.uplift.inspection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.uplift.ingest.CsvFile;
import org.uplift.ingest.CsvRow;
import org.uplift.inspection.OfstedRow.Reading;
import org.uplift.platform.Problem;

class OfstedRowTest {
    @Test
    void oneRowHoldsTheInspectionsOfBothFrameworks() {
        Reading ashgrove = readings("hand-made-monthly.csv").getFirst();
        assertEquals("Ashgrove Primary – Café Lane 900001", ashgrove.name());
        assertEquals(List.of(), ashgrove.errors());
        assertEquals(2, ashgrove.inspections().size());
        InspectionFacts card = ashgrove.inspections().getFirst();
        assertEquals(Framework.REPORT_CARD, card.framework());
        assertEquals("full", card.inspectionType());
        assertEquals(LocalDate.of(2026, 1, 13), card.startDate());
        assertEquals("met", card.safeguarding());
        assertEquals("exceptional", card.judgements().get("personal-development"));
        assertEquals("not-applicable", card.judgements().get("post-16"));
        assertNull(card.overallEffectiveness());
        InspectionFacts graded = ashgrove.inspections().getLast();
        assertEquals(Framework.GRADED, graded.framework());
        assertEquals(LocalDate.of(2019, 3, 12), graded.startDate());
        assertEquals("2", graded.overallEffectiveness());
        assertEquals("effective", graded.safeguarding());
        assertEquals("8", graded.judgements().get("sixth-form"));
        assertEquals(900001, graded.inspectedUrn());
    }

    @Test
    void notJudgedIsNoOverallEffectiveness() {
        InspectionFacts graded =
                readings("hand-made-monthly.csv").get(1).inspections().getFirst();
        assertEquals(LocalDate.of(2024, 11, 5), graded.startDate());
        assertNull(graded.overallEffectiveness());
        assertEquals("3", graded.judgements().get("quality-of-education"));
        assertNull(graded.judgements().get("sixth-form"));
    }

    @Test
    void anUngradedInspectionKeepsItsWords() {
        List<InspectionFacts> cedar = readings("hand-made-monthly.csv").get(2).inspections();
        assertEquals(2, cedar.size());
        InspectionFacts ungraded = cedar.getLast();
        assertEquals("ungraded", ungraded.inspectionType());
        assertEquals("School remains Good", ungraded.ungradedOutcome());
        assertNull(ungraded.overallEffectiveness());
        assertEquals(Map.of(), ungraded.judgements());
        assertEquals("not-recorded", cedar.getFirst().safeguarding());
    }

    @Test
    void categoriesOfConcernAreReadWithTheirInspection() {
        assertEquals(
                "SM",
                readings("hand-made-monthly.csv")
                        .get(3)
                        .inspections()
                        .getFirst()
                        .categoryOfConcern());
        assertEquals(
                "SWK",
                readings("hand-made-monthly.csv")
                        .get(4)
                        .inspections()
                        .getFirst()
                        .categoryOfConcern());
    }

    @Test
    void anInspectionOfAnEarlierUrnSaysWhich() {
        assertEquals(
                900905,
                readings("hand-made-monthly.csv")
                        .get(4)
                        .inspections()
                        .getFirst()
                        .inspectedUrn());
        Map<String, String> cells = graded("05/11/2021");
        cells.put("Does the latest OEIF graded inspection relate to the URN of the current school?", "No");
        assertNull(read(cells).inspections().getFirst().inspectedUrn());
    }

    @Test
    void aSchoolThatWasNeverInspectedHasNone() {
        Reading foxglove = readings("hand-made-monthly.csv").get(5);
        assertEquals(List.of(), foxglove.inspections());
        assertEquals(List.of(), foxglove.errors());
    }

    @Test
    void theOrderOfColumnsDoesNotMatter() {
        List<Reading> plain = readings("hand-made-monthly.csv");
        List<Reading> moved = readings("hand-made-columns-moved.csv");
        for (int at = 0; at < plain.size(); at++) {
            List<InspectionFacts> linked = moved.get(at).inspections();
            assertEquals(plain.get(at).inspections().size(), linked.size());
            for (int of = 0; of < linked.size(); of++) {
                assertEquals(
                        plain.get(at).inspections().get(of).judgements(),
                        linked.get(of).judgements());
                assertEquals(
                        plain.get(at).inspections().get(of).key(1),
                        linked.get(of).key(1));
            }
        }
        assertEquals(
                List.of("Web Link (opens in new window)"),
                OfstedFile.missingOptional(file("hand-made-columns-moved.csv")));
    }

    @Test
    void aFileWithoutANeededColumnIsRefusedByName() {
        CsvFile file = file("hand-made-column-missing.csv");
        Problem problem = assertThrows(Problem.class, () -> OfstedFile.requireColumns(file));
        assertEquals(422, problem.type().status());
        assertTrue(Objects.requireNonNull(problem.getMessage()).startsWith("2 values"), problem.getMessage());
        OfstedFile.requireColumns(file("hand-made-monthly.csv"));
        OfstedFile.requireColumns(file("hand-made-one-set-of-dates.csv"));
    }

    @Test
    void wrongRowsSayWhereAndWhy() {
        List<Reading> rows = readings("hand-made-wrong-rows.csv");
        assertEquals(List.of(), errors(rows.get(0)));
        assertEquals(
                List.of("/rows/1/Inspection start date date", "/rows/1/Inclusion unknown-code"), errors(rows.get(1)));
        assertEquals(
                List.of("/rows/2/Latest OEIF overall effectiveness no-overall-effectiveness"), errors(rows.get(2)));
        assertEquals(List.of("/rows/3/URN urn"), errors(rows.get(3)));
        assertEquals(List.of(), errors(rows.get(4)));
    }

    @Test
    void aNameWithACharacterThatNobodySeesIsRefused() {
        Map<String, String> cells = graded("05/11/2021");
        cells.put("School name", "Ash\u202egrove");
        assertEquals(List.of("/rows/7/School name invisible-character"), errors(read(cells)));
    }

    @Test
    void anUnknownGradeIsRefused() {
        Map<String, String> cells = graded("05/11/2021");
        cells.put("Latest OEIF quality of education", "Superb");
        assertEquals(List.of("/rows/7/Latest OEIF quality of education unknown-code"), errors(read(cells)));
    }

    @Test
    void withOneSetOfDatesGradesGoOnlyWhereTheyBelong() {
        List<Reading> rows = readings("hand-made-one-set-of-dates.csv");
        assertEquals(1, rows.get(0).inspections().size());
        assertTrue(rows.get(0).undated());
        InspectionFacts graded = rows.get(1).inspections().getFirst();
        assertEquals("graded", graded.inspectionType());
        assertEquals("3", graded.overallEffectiveness());
        InspectionFacts ungraded = rows.get(2).inspections().getFirst();
        assertEquals("ungraded", ungraded.inspectionType());
        assertEquals("Standards maintained", ungraded.ungradedOutcome());
        assertNull(ungraded.overallEffectiveness());
        assertTrue(rows.get(2).undated());
    }

    @Test
    void gradesWithoutADateAreRefused() {
        assertEquals(
                List.of("/rows/7/Inspection start date required"),
                errors(read(new HashMap<>(Map.of("URN", "900001", "Latest OEIF overall effectiveness", "2")))));
    }

    @Test
    void onlyLinksThatABrowserMayFollowAreKept() {
        Map<String, String> cells = graded("05/11/2021");
        cells.put("Web Link (opens in new window)", "javascript:alert(1)");
        assertNull(read(cells).inspections().getFirst().webLink());
        cells.put("Web Link (opens in new window)", "https://reports.example/provider/21/900001");
        assertEquals(
                "https://reports.example/provider/21/900001",
                read(cells).inspections().getFirst().webLink());
    }

    @ParameterizedTest
    @CsvSource({
        "S5 Inspection, graded",
        "Section 5 - Graded inspection, graded",
        "S8 Deemed S5, graded",
        "S8 ungraded inspection, ungraded",
        "Short inspection, ungraded",
        "S8 Monitoring visit, monitoring",
        "Something new, other"
    })
    void typesAreRecognisedInManySpellings(String spelling, String code) {
        assertEquals(code, KnownFrameworks.GRADED.recognised(spelling).code());
    }

    private static Map<String, String> graded(String start) {
        return new HashMap<>(Map.of(
                "URN", "900001",
                "Inspection start date of latest OEIF graded inspection", start,
                "Latest OEIF overall effectiveness", "2"));
    }

    private static List<String> errors(Reading reading) {
        return reading.errors().stream()
                .map(error -> error.path() + " " + error.code())
                .toList();
    }

    private static Reading read(Map<String, String> cells) {
        return OfstedRow.read(CsvRow.of(7, cells), KnownFrameworks.ALL);
    }

    private static List<Reading> readings(String name) {
        return file(name).rows().stream()
                .map(row -> OfstedRow.read(row, KnownFrameworks.ALL))
                .toList();
    }

    private static CsvFile file(String name) {
        try (var in = Objects.requireNonNull(OfstedRowTest.class.getResourceAsStream("/inspection/" + name))) {
            return CsvFile.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
