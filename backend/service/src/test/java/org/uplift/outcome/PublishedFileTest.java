package org.uplift.outcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.uplift.ingest.CsvFile;
import org.uplift.ingest.CsvRow;
import org.uplift.ingest.RowError;
import org.uplift.outcome.PublishedColumn.Role;
import org.uplift.platform.Problem;
import org.uplift.school.AcademicYear;

class PublishedFileTest {
    private static final AcademicYear YEAR = new AcademicYear(2016);
    private static final List<PublishedColumn> MAPPED = List.of(
            new PublishedColumn("PTRWM_EXP", Role.VALUE, "KS2_RWM_EXP", "ALL", true),
            new PublishedColumn("READPROG", Role.VALUE, "KS2_READ_PROG", "ALL", true),
            new PublishedColumn("READPROG_LOWER", Role.LOWER, "KS2_READ_PROG", "ALL", true),
            new PublishedColumn("READPROG_UPPER", Role.UPPER, "KS2_READ_PROG", "ALL", true),
            new PublishedColumn("READCOV", Role.COVERAGE, "KS2_READ_PROG", "ALL", true),
            new PublishedColumn("TELIG", Role.COHORT_SIZE, null, "ALL", true));
    private static final PublishedCodes CODES =
            new PublishedCodes(Map.of("SUPP", "c", "NA", "x", "NE", "z"), Set.of("KS2_RWM_EXP"));

    @Test
    void aPercentageMayCarryItsSign() {
        assertEquals(
                new BigDecimal("61"),
                first("RECTYPE,LEA,URN,PTRWM_EXP\n1,936,123456,61%").value());
        assertEquals(
                new BigDecimal("61.5"),
                first("RECTYPE,LEA,URN,PTRWM_EXP\n1,936,123456,61.5").value());
        assertEquals(
                new BigDecimal("61"),
                first("RECTYPE,LEA,URN,PTRWM_EXP\n1,936,123456,61 %").value());
    }

    @Test
    void aCommaStandsBetweenThousandsOnly() {
        assertEquals(
                1094,
                first("RECTYPE;LEA;URN;PTRWM_EXP;TELIG\n1;936;123456;61;1,094").cohortSize());
        assertEquals("/rows/0/PTRWM_EXP figure", error("1,936,123456,\"6,1\""));
        assertEquals("/rows/0/PTRWM_EXP figure", error("1,936,123456,\",61\""));
    }

    @Test
    void columnsAreFoundByNameWithoutRegardToCase() {
        PublishedValue value =
                first("Urn,readCov,PTRWM_EXP_15,READPROG_UPPER,Rectype,READPROG,LEA,readprog_lower,telig\n"
                        + "123456,98%,1%,2.5,1,-1.6,936,-2.9,\"1,094\"");
        assertEquals("KS2_READ_PROG", value.measureCode());
        assertEquals(new BigDecimal("-1.6"), value.value());
        assertEquals(new BigDecimal("-2.9"), value.confidenceLower());
        assertEquals(new BigDecimal("2.5"), value.confidenceUpper());
        assertEquals(new BigDecimal("0.98"), value.coverage());
        assertEquals(1094, value.cohortSize());
    }

    @Test
    void markersBecomeSymbolsAndAreKept() {
        PublishedValue value = first("RECTYPE,LEA,URN,PTRWM_EXP,TELIG\n2,936,123456,supp,NE");
        assertNull(value.value());
        assertEquals("c", value.symbol());
        assertEquals("SUPP", value.marker());
        assertNull(value.cohortSize());
    }

    @Test
    void whatARowIsTooShortForIsNotAvailable() {
        for (String row : List.of("1,936,123456", "1,936,123456,", "1,936,123456, ")) {
            PublishedValue value = first("RECTYPE,LEA,URN,PTRWM_EXP\n" + row);
            assertEquals("x", value.symbol());
            assertNull(value.marker());
        }
    }

    @Test
    void whatIsNoFigureIsToldWithItsPlace() {
        assertEquals("/rows/0/PTRWM_EXP figure", error("1,936,123456,about half"));
        assertEquals("/rows/0/PTRWM_EXP figure", error("1,936,123456,101%"));
        assertEquals("/rows/0/PTRWM_EXP figure", error("1,936,123456,NaN"));
        assertEquals("/rows/0/PTRWM_EXP figure", error("1,936,123456,1e99"));
        assertEquals("/rows/0/URN urn", error("1,936,12345,61%"));
        assertEquals("/rows/0/URN urn", error("1,936,,61%"));
        assertEquals("/rows/0/LEA local-authority", error("3,,,61%"));
        assertEquals("/rows/0/RECTYPE unknown-code", error("9,936,123456,61%"));
    }

    @Test
    void recordTypesTellWhatARowIsAbout() {
        CsvFile file = file("RECTYPE,LEA,URN,PTRWM_EXP\n1,936,123456,1\n2,936,123457,2\n3,936,,3\n4,,,4\n5,,,5");
        PublishedLayout layout = PublishedLayout.of(file, MAPPED, YEAR);
        assertEquals(
                List.of(
                        "SCHOOL 123456",
                        "SCHOOL 123457",
                        "LOCAL_AUTHORITY 936",
                        "ENGLAND_ALL_SCHOOLS 0",
                        "ENGLAND_STATE_FUNDED 0"),
                file.rows().stream()
                        .map(row -> PublishedRow.read(row, layout, CODES))
                        .map(row -> row.kind() + " " + row.code())
                        .toList());
    }

    @Test
    void whatTheFileLacksIsKnown() {
        assertEquals(
                List.of("READPROG", "READPROG_LOWER", "READPROG_UPPER", "READCOV", "TELIG"),
                PublishedLayout.of(file("RECTYPE,LEA,URN,PTRWM_EXP\n"), MAPPED, YEAR)
                        .missing());
    }

    @Test
    void whatNotEveryYearHasIsNotMissed() {
        List<PublishedColumn> mapped = List.of(
                MAPPED.getFirst(), new PublishedColumn("PTREAD_EXP_B", Role.VALUE, "KS2_READ_EXP", "MALE", false));
        assertEquals(
                List.of(),
                PublishedLayout.of(file("RECTYPE,LEA,URN,PTRWM_EXP\n"), mapped, YEAR)
                        .missing());
    }

    @Test
    void aFileOfAnotherKindOrALaterYearIsRefused() {
        assertTrue(refusal("RECTYPE,LEA,PTRWM_EXP\n1,936,61%").contains("\"URN\""));
        assertTrue(refusal("RECTYPE,LEA,URN,TELIG\n1,936,123456,30").contains("none of the columns"));
        assertTrue(
                refusal("RECTYPE,LEA,URN,PTRWM_EXP,PTRWM_EXP_16,PTRWM_EXP_17\n").contains("summer 2017"));
    }

    @Test
    void aRowThatWaitedReadsAsItCame() {
        CsvFile file =
                file("RECTYPE,LEA,URN,SCHNAME,PTRWM_EXP,READPROG,TELIG,TOWN\n1,936,123456,Ash,61%,,30,Exampletown");
        PublishedLayout layout = PublishedLayout.of(file, MAPPED, YEAR);
        CsvRow came = file.rows().getFirst();
        Map<String, String> kept = layout.kept(came);
        assertEquals(null, kept.get("TOWN"));
        CsvRow later = CsvRow.of(7, kept);
        assertEquals(
                PublishedRow.read(came, layout, CODES),
                PublishedRow.read(later, PublishedLayout.of(later, MAPPED), CODES));
    }

    private static PublishedValue first(String text) {
        CsvFile file = file(text);
        PublishedRow row = PublishedRow.read(file.rows().getFirst(), PublishedLayout.of(file, MAPPED, YEAR), CODES);
        assertEquals(List.of(), row.errors());
        return row.values().getFirst();
    }

    private static String error(String row) {
        CsvFile file = file("RECTYPE,LEA,URN,PTRWM_EXP\n" + row);
        List<RowError> errors = PublishedRow.read(file.rows().getFirst(), PublishedLayout.of(file, MAPPED, YEAR), CODES)
                .errors();
        assertEquals(1, errors.size());
        return errors.getFirst().path() + " " + errors.getFirst().code();
    }

    private static String refusal(String text) {
        return assertThrows(Problem.class, () -> PublishedLayout.of(file(text), MAPPED, YEAR))
                .detail();
    }

    private static CsvFile file(String text) {
        return CsvFile.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
