package org.uplift.outcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.jwt.Claim;
import io.quarkus.test.security.jwt.JwtSecurity;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.outcome.Outcomes.SeriesKey;
import org.uplift.school.AcademicYear;
import org.uplift.testing.Given;
import org.uplift.testing.UpliftTest;

@UpliftTest
class SeriesTest {
    private static final SeriesKey ALL = new SeriesKey(900001, "KS2_RWM_EXP", "6", "ALL");
    private static final SeriesKey FEMALE = new SeriesKey(900001, "KS2_RWM_EXP", "6", "FEMALE");
    private static final SeriesKey ELSEWHERE = new SeriesKey(900002, "KS2_RWM_EXP", "6", "ALL");

    @Inject
    Outcomes outcomes;

    @Inject
    SessionFactory sessions;

    @BeforeEach
    void givenTwoSchools() {
        for (int urn : new int[] {900001, 900002}) {
            Given.school(urn);
            outcome(urn, "ALL", 2023, "published", "final", "2024-07-31", 61, 30);
            outcome(urn, "ALL", 2024, "computed", "provisional", "2025-07-04", 64, 28);
            outcome(urn, "MALE", 2024, "computed", "provisional", "2025-07-04", 62, 24);
            outcome(urn, "FEMALE", 2024, "computed", "provisional", "2025-07-04", 75, 4);
        }
        Given.schoolMembership("leader", "school-leader", 900001);
        Given.schoolMembership("member", "committee-member", 900001);
    }

    @Test
    @TestSecurity(user = "leader", roles = "school-leader")
    @JwtSecurity(claims = @Claim(key = "sub", value = "subject-of-leader"))
    void aSeriesIsByDateWithItsFigures() {
        List<Actual> series = series(ALL).get(ALL);
        assertEquals(
                List.of(LocalDate.of(2024, 7, 31), LocalDate.of(2025, 7, 4)),
                series.stream().map(Actual::date).toList());
        Actual latest = series.getLast();
        assertEquals(0, new BigDecimal("64").compareTo(latest.value()));
        assertEquals(new AcademicYear(2024), latest.academicYear());
        assertEquals("summer", latest.assessmentPoint());
        assertEquals("provisional", latest.resultStatus());
        assertEquals(28, latest.cohortSize());
        assertFalse(latest.partial());
        assertFalse(latest.suppressed());
        assertEquals(75, series(FEMALE).get(FEMALE).getFirst().value().intValue());
    }

    @Test
    @TestSecurity(user = "leader", roles = "school-leader")
    @JwtSecurity(claims = @Claim(key = "sub", value = "subject-of-leader"))
    void onOneDateTheMoreSettledValueCountsAndPublishedBeatsComputed() {
        outcome(900001, "ALL", 2023, "computed", "provisional", "2024-07-31", 60, 30);
        assertEquals(61, series(ALL).get(ALL).getFirst().value().intValue());
        Given.run("update outcome set result_status = 'revised' where source = 'published'");
        Given.run("update outcome set result_status = 'final' where source = 'computed'");
        assertEquals(60, series(ALL).get(ALL).getFirst().value().intValue());
        Given.run("update outcome set result_status = 'final'");
        assertEquals(61, series(ALL).get(ALL).getFirst().value().intValue());
        Given.run("update outcome set value = null, symbol = 'c' where source = 'published'");
        assertEquals(60, series(ALL).get(ALL).getFirst().value().intValue());
    }

    @Test
    @TestSecurity(user = "leader", roles = "school-leader")
    @JwtSecurity(claims = @Claim(key = "sub", value = "subject-of-leader"))
    void anotherSchoolHasNoSeries() {
        assertEquals(Map.of(), series(ELSEWHERE));
        assertEquals(2, series(ALL, ELSEWHERE).get(ALL).size());
    }

    @Test
    @TestSecurity(user = "member", roles = "committee-member")
    @JwtSecurity(claims = @Claim(key = "sub", value = "subject-of-member"))
    void smallGroupsAreHiddenWithoutARightToRows() {
        Actual hidden = series(FEMALE).get(FEMALE).getFirst();
        assertTrue(hidden.suppressed());
        assertNull(hidden.value());
        assertNull(hidden.cohortSize());
        assertEquals("c", hidden.symbol());
        SeriesKey male = new SeriesKey(900001, "KS2_RWM_EXP", "6", "MALE");
        assertTrue(series(male).get(male).getFirst().suppressed());
        assertEquals(64, series(ALL).get(ALL).getLast().value().intValue());
    }

    @Test
    @TestSecurity(user = "member", roles = "committee-member")
    @JwtSecurity(claims = @Claim(key = "sub", value = "subject-of-member"))
    void manySeriesTakeOneStatementBesideWhatIsHidden() {
        Statistics statistics = sessions.getStatistics();
        statistics.setStatisticsEnabled(true);
        try {
            statistics.clear();
            series(ALL, FEMALE, ELSEWHERE);
            assertEquals(3, statistics.getPrepareStatementCount());
            statistics.clear();
            assertEquals(Map.of(), series());
            assertEquals(0, statistics.getPrepareStatementCount());
        } finally {
            statistics.setStatisticsEnabled(false);
        }
    }

    @Test
    @TestSecurity(user = "leader", roles = "school-leader")
    @JwtSecurity(claims = @Claim(key = "sub", value = "subject-of-leader"))
    void onlyComputedValuesArePartial() {
        Given.run("update outcome set coverage = 0.9");
        assertEquals(
                List.of(false, true),
                series(ALL).get(ALL).stream().map(Actual::partial).toList());
    }

    private Map<SeriesKey, List<Actual>> series(SeriesKey... keys) {
        return QuarkusTransaction.requiringNew().call(() -> outcomes.series(List.of(keys)));
    }

    private static void outcome(
            int urn, String group, int year, String source, String status, String dated, int value, int pupils) {
        Given.run(
                "insert into outcome (school_urn, measure_code, academic_year, assessment_point, cohort, pupil_group, source,"
                        + " value, cohort_size, result_status, dated)"
                        + " values (?, 'KS2_RWM_EXP', ?, 'summer', '6', ?, ?, ?, ?, ?, cast(? as date))",
                urn,
                year,
                group,
                source,
                value,
                pupils,
                status,
                dated);
    }
}
