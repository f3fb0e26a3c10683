package org.uplift.stack.demonstration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InventedTrustTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final int YEAR = 2026;

    private final InventedTrust trust = new InventedTrust(YEAR);

    @Test
    void aPupilGoesUpThroughTheYearGroupsAndIsNobodyElse() {
        School school = trust.school(900001);
        assertEquals(trust.pupils(school, 2, 2025), trust.pupils(school, 3, 2026));
        Set<String> numbers = new HashSet<>();
        for (School each : trust.schools()) {
            List<Pupil> pupils = each.yearGroups()
                    .boxed()
                    .flatMap(yearGroup -> trust.pupils(each, yearGroup, YEAR).stream())
                    .toList();
            assertEquals(each.roll(), pupils.size());
            pupils.forEach(pupil -> assertTrue(numbers.add(pupil.upn()), pupil.upn() + " is there twice"));
        }
    }

    @Test
    void nothingIsSentThatHasNotHappenedYet() {
        for (Rows rows : everything()) {
            assertTrue(sent(rows).count() > 0);
            assertFalse(sent(rows)
                    .map(row -> Instant.parse((String) row.get("sourceUpdatedAt")))
                    .anyMatch(at -> at.atZone(ZoneOffset.UTC).toLocalDate().isAfter(TODAY)));
        }
    }

    @Test
    void everyKindReachesBackFiveYearsButTeacherAssessmentAndTheResultsThatWerePublished() {
        for (Rows rows : everything()) {
            List<Object> years =
                    sent(rows).map(row -> row.get("academicYear")).distinct().toList();
            int first = rows instanceof TeacherAssessmentRows ? 2025 : rows instanceof KeyStage2Rows ? 2023 : 2021;
            assertEquals(first + "/" + (first + 1), years.getFirst());
        }
    }

    @Test
    void inOneSchoolMoreIsMissedFromYearToYear() {
        assertTrue(missed(900008, 2025) > 1.3 * missed(900008, 2021));
        assertTrue(missed(900001, 2025) < 1.1 * missed(900001, 2021));
    }

    private double missed(int urn, int taught) {
        List<Map<String, Object>> rows =
                new AttendanceRows(trust, TODAY).of(trust.school(urn), taught).toList();
        return (sum(rows, "sessionsAuthorisedAbsence") + sum(rows, "sessionsUnauthorisedAbsence"))
                / sum(rows, "sessionsPossible");
    }

    private static double sum(List<Map<String, Object>> rows, String field) {
        return rows.stream().mapToInt(row -> (int) row.get(field)).sum();
    }

    private List<Rows> everything() {
        return List.of(
                new PupilRows(trust),
                new KeyStage2Rows(trust, TODAY),
                new EarlierCheckRows(trust, TODAY),
                new TeacherAssessmentRows(trust, TODAY),
                new KeyStage4Rows(trust, TODAY),
                new AttendanceRows(trust, TODAY),
                new SuspensionRows(trust, TODAY),
                new MeasureValueRows(trust, TODAY));
    }

    private Stream<Map<String, Object>> sent(Rows rows) {
        return IntStream.rangeClosed(trust.firstYear(), YEAR)
                .boxed()
                .flatMap(taught -> trust.schools().stream().flatMap(school -> rows.of(school, taught)));
    }
}
