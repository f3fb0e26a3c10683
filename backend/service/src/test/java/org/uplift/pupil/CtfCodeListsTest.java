package org.uplift.pupil;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.uplift.ingest.CsvRow;
import org.uplift.ingest.RowError;
import org.uplift.ingest.RowReader;
import org.uplift.ingest.Taken;
import org.uplift.school.AcademicYear;
import org.uplift.testing.Given;
import org.uplift.testing.UpliftTest;

@UpliftTest
class CtfCodeListsTest {
    @Inject
    CtfCodeLists lists;

    @Inject
    CodeLists codeLists;

    private List<RowError> errors(CsvRow row) {
        try (Connection connection = Given.withoutIdentity()) {
            RowReader reader =
                    RowReader.strict(ResultRow.FIELDS, Clock.systemUTC()).at(row);
            ResultRow.read(reader, Set.of(900001), codeLists.assessments(connection));
            return reader.errors();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whateverIsListedBecomesARowThatIsTaken() {
        List<CtfCodes.Assessment> assessments = lists.codes().assessments();
        assertEquals(30, assessments.size());
        for (CtfCodes.Assessment assessment : assessments) {
            CtfCodes.Years years = assessment.years();
            int year = years.to() == null ? 2025 : years.to();
            assertTrue(years.contain(year));
            Map<String, String> cells = new LinkedHashMap<>(Map.of(
                    "sourceSystem", "CTF",
                    "schoolUrn", "900001",
                    "upn", Rows.upn(1),
                    "academicYear", new AcademicYear(year).toString(),
                    "assessmentPoint", "summer",
                    "assessmentCode", assessment.assessmentCode(),
                    "subject", assessment.subject(),
                    "component", assessment.component(),
                    "gradeSet", assessment.gradeSet(),
                    "sourceUpdatedAt", "2026-07-07T12:00:00Z"));
            cells.put("grade", "A");
            assertEquals(List.of(), errors(CsvRow.of(0, cells)), assessment.toString());
        }
    }

    @Test
    void statusesAreWhatARowCanHave() {
        for (CtfCodes.Status status : lists.codes().statuses()) {
            assertTrue(List.of("achieved", "target", "prediction").contains(status.facet()));
            assertTrue(List.of("provisional", "final").contains(status.resultStatus()));
        }
    }

    @Test
    void aWholeFileBecomesRowsThatAreTaken() {
        String xml = """
                <CTfile><Header><DocumentName>Common Transfer File</DocumentName><CTFversion>25.0</CTFversion>
                <DateTime>2026-07-07T13:00:00</DateTime><SupplierID>MIS</SupplierID><SourceSchool><URN>900001</URN>
                <AcademicYear>2025</AcademicYear></SourceSchool></Header><CTFpupilData><Pupil><UPN>%s</UPN>
                <StageAssessments>%s%s%s%s%s%s</StageAssessments></Pupil></CTFpupilData></CTfile>
                """.formatted(
                        Rows.upn(1),
                        result("KS2", "MAT", "TT", "MTC", "MT", "25"),
                        result("KS2", "MAT", "TT", "MTC", "MT", "X"),
                        result("EYF", "COM", "FA", "E01", "FD", "2"),
                        result("KS1", "PHO", "TA", "PHO", "NM", "34"),
                        result("KS2", "ENG", "TT", "REA", "SC", "105"),
                        result("KS2", "ENG", "TA", "WRI", "", "EXS"));
        Taken taken = Taken.from(new CtfSource(
                new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), lists.codes(), new AcademicYear(2025)));
        assertEquals(List.of(), taken.codes());
        assertEquals(
                List.of("MTC", "MTC", "EYFSP", "PHONICS", "KS2", "KS2"),
                taken.rows().stream().map(row -> row.value("assessmentCode")).toList());
        for (CsvRow row : taken.rows()) {
            assertEquals(List.of(), errors(row), row.cells().toString());
        }
        assertFalse(taken.rows().get(1).says("score"));
    }

    private static String result(
            String stage, String subject, String method, String component, String qualifier, String result) {
        return ("<KeyStage><Stage>%s</Stage><StageAssessment><Locale>ENG</Locale><Year>2026</Year><Subject>%s</Subject>"
                        + "<Method>%s</Method><Component>%s</Component><ResultStatus>R</ResultStatus>"
                        + "<ResultQualifier>%s</ResultQualifier><Result>%s</Result></StageAssessment></KeyStage>")
                .formatted(stage, subject, method, component, qualifier, result);
    }
}
