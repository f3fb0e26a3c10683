package org.uplift.outcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.jwt.Claim;
import io.quarkus.test.security.jwt.JwtSecurity;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.outcome.HeadlineMeasures.SchoolYear;
import org.uplift.testing.Given;
import org.uplift.testing.UpliftTest;

/** Each measure from rows that are few enough to compute it by hand. */
@UpliftTest
@TestSecurity(user = "manager", roles = "data-manager")
@JwtSecurity(claims = @Claim(key = "sub", value = "subject-of-manager"))
class HeadlineMeasuresTest {
    private static final int URN = 900001;
    private static final String ABSENCE_OF_ALL = "select concat_ws(' ', dated, coverage, result_status) from outcome"
            + " where measure_code = 'ATT_OVERALL_ABSENCE' and cohort = 'ALL' and pupil_group = 'ALL'";

    @Inject
    HeadlineMeasures measures;

    @BeforeEach
    void givenASchool() {
        Given.school(URN);
        Given.trustMembership("manager", "data-manager");
    }

    @Test
    void aGoodLevelOfDevelopmentIsTwoInTheFirstTwelveGoals() {
        pupils("R", 4);
        for (int pupil = 1; pupil <= 3; pupil++) {
            for (int goal = 1; goal <= 17; goal++) {
                boolean emerging = pupil == 2 && goal == 12 || pupil == 3 && goal == 13;
                grade(pupil, "EYFSP", "E%02d".formatted(goal), "", "EYFSP", emerging ? "1" : "2");
            }
        }
        refresh("EYFSP");
        assertEquals(
                "50 of 2/4, 4 pupils, 0.7500, provisional 2026-07-01",
                computed("EYFSP_GLD", "R", "ALL"),
                "pupil 1 and pupil 3 of four; pupil 4 has no rows");
    }

    @Test
    void phonicsComparesWithTheThresholdOfTheYearInYearOneOnly() {
        pupils("1", 3);
        pupil(4, "2");
        score(1, "PHONICS", "", "", 32);
        score(2, "PHONICS", "", "", 31);
        grade(3, "PHONICS", "", "", "PHONICS", "A");
        score(4, "PHONICS", "", "", 40);
        Given.run("update result set status = 3");
        refresh("PHONICS");
        assertEquals(
                "33.333333 of 1/3, 3 pupils, 1.0000, provisional 2026-07-01",
                computed("PHONICS_Y1_WA", "1", "ALL"),
                "the threshold of 2025/2026 is not known yet");
        assertNull(computed("PHONICS_Y1_WA", "2", "ALL"));
    }

    @Test
    void theTablesCheckIsTheMeanOfTheMarksThatThereAre() {
        pupils("4", 4);
        score(1, "MTC", "", "", 25);
        score(2, "MTC", "", "", 20);
        score(3, "MTC", "", "", 18);
        grade(4, "MTC", "", "", "MTC", "A");
        refresh("MTC");
        assertEquals("21 of null/null, 4 pupils, 1.0000, provisional 2026-07-01", computed("MTC_AVG", "4", "ALL"));
        assertEquals(
                "3 16.919935 25.080065",
                text("select concat_ws(' ', counted, confidence_lower, confidence_upper) from outcome"
                        + " where measure_code = 'MTC_AVG' and pupil_group = 'ALL'"),
                "21 ± 1.96 × 3.605551 ÷ √3");
    }

    @Test
    void keyStageTwoCombinesTheSubjectsOfAPupil() {
        pupils("6", 5);
        for (int pupil = 1; pupil <= 4; pupil++) {
            score(pupil, "KS2", "REA", "TEST", pupil == 2 ? 99 : 110);
            score(pupil, "KS2", "MAT", "TEST", 111);
            grade(pupil, "KS2", "WRI", "TA", "KS2_TA", pupil == 3 ? "GDS" : "EXS");
        }
        refresh("KS2");
        assertEquals("60 of 3/5, 5 pupils, 0.8000, provisional 2026-07-01", computed("KS2_RWM_EXP", "6", "ALL"));
        assertEquals("20 of 1/5, 5 pupils, 0.8000, provisional 2026-07-01", computed("KS2_RWM_HIGH", "6", "ALL"));
        assertEquals(
                "107.25 of null/null, 5 pupils, 0.8000, provisional 2026-07-01", computed("KS2_READ_AVG", "6", "ALL"));
        assertNull(computed("KS2_GPS_EXP", "6", "ALL"));
    }

    @Test
    void keyStageFourTakesTheBestOfEnglishAndNeedsBoth() {
        pupils("11", 3);
        grade(1, "KS4", "ENG", "LANG", "GCSE", "4");
        grade(1, "KS4", "ENG", "LIT", "GCSE", "6");
        grade(1, "KS4", "MAT", "", "GCSE", "5");
        grade(2, "KS4", "ENG", "LANG", "GCSE", "7");
        grade(2, "KS4", "MAT", "", "GCSE", "4");
        score(1, "KS4", "A8", "", 52);
        score(2, "KS4", "A8", "", 47);
        refresh("KS4");
        assertEquals(
                "33.333333 of 1/3, 3 pupils, 0.6667, provisional 2026-07-01", computed("KS4_EM_5PLUS", "11", "ALL"));
        assertEquals("49.5 of null/null, 3 pupils, 0.6667, provisional 2026-07-01", computed("KS4_A8", "11", "ALL"));
    }

    @Test
    void teacherAssessmentCountsTheTrustsOwnGradesAndNoOthers() {
        pupils("3", 4);
        for (int pupil = 1; pupil <= 3; pupil++) {
            grade(pupil, "TA", "REA", "", "TRUST_TA", pupil == 3 ? "WTS" : "GDS");
            grade(pupil, "TA", "WRI", "", "TRUST_TA", "EXS");
            grade(pupil, "TA", "MAT", "", "TRUST_TA", pupil == 2 ? "BLW" : "EXS");
        }
        grade(4, "TA", "REA", "", "KS2_TA", "EXS");
        refresh("TA");
        assertEquals("50 of 2/4, 4 pupils, 0.7500, provisional 2026-07-01", computed("TA_READ_EXP", "3", "ALL"));
        assertEquals("75 of 3/4, 4 pupils, 0.7500, provisional 2026-07-01", computed("TA_WRIT_EXP", "3", "ALL"));
        assertEquals("25 of 1/4, 4 pupils, 0.7500, provisional 2026-07-01", computed("TA_RWM_EXP", "3", "ALL"));
    }

    /** Autumn and spring of two pupils: 20 of 140 and 5 of 60 + 120 of 120 sessions missed. */
    @Test
    void absenceIsCountedFromTheStartOfTheYearAndForTheTerm() {
        pupils("2", 1);
        pupil(2, "3");
        attendance(1, 1, 140, 12, 2);
        attendance(2, 1, 60, 5, 0);
        attendance(1, 2, 100, 4, 2);
        attendance(2, 2, 120, 60, 60);
        refresh(HeadlineMeasures.ATTENDANCE);
        assertEquals("9.5 of 19/200, 2 pupils, 1.0000", absence("ATT_OVERALL_ABSENCE", "autumn", "ALL"));
        assertEquals("34.52381 of 145/420, 2 pupils, 1.0000", absence("ATT_OVERALL_ABSENCE", "spring", "ALL"));
        assertEquals("57.272727 of 126/220, 2 pupils, 1.0000", absence("ATT_OVERALL_ABSENCE_TERM", "spring", "ALL"));
        assertEquals(
                "50 of 1/2, 2 pupils, 1.0000",
                absence("ATT_PERSISTENT_ABSENCE", "autumn", "ALL"),
                "14 of 140 is a tenth, 5 of 60 is not");
        assertEquals("0 of 0/1, 1 pupils, 1.0000", absence("ATT_PERSISTENT_ABSENCE", "spring", "2"), "20 of 240");
        assertEquals("100 of 1/1, 1 pupils, 1.0000", absence("ATT_SEVERE_ABSENCE", "spring", "3"), "125 of 180");
        assertEquals("50 of 1/2, 2 pupils, 1.0000", absence("ATT_SEVERE_ABSENCE_TERM", "spring", "ALL"));
    }

    @Test
    void attendanceOfATermThatIsNotOverIsOfTheDayItWasSent() {
        pupils("2", 1);
        attendance(1, 1, 60, 3, 0);
        Given.run("update attendance set source_updated_at = '2025-10-20T09:00:00Z'");
        refresh(HeadlineMeasures.ATTENDANCE);
        assertEquals("2025-10-20 0.4098 provisional", text(ABSENCE_OF_ALL), "50 of the 122 days of the term");
        Given.run("update attendance set source_updated_at = '2026-01-05T09:00:00Z'");
        refresh(HeadlineMeasures.ATTENDANCE);
        assertEquals("2025-12-31 1.0000 final", text(ABSENCE_OF_ALL));
    }

    @Test
    void suspensionsAreForEachHundredOnRoll() {
        pupils("5", 8);
        suspension(1, 1, 2);
        suspension(2, 1, 0);
        suspension(1, 2, 1);
        refresh(HeadlineMeasures.SUSPENSION);
        assertEquals("25 of 2/8, 8 pupils, 1.0000", absence("SUSPENSION_RATE", "autumn", "ALL"));
        assertEquals("37.5 of 3/8, 8 pupils, 1.0000", absence("SUSPENSION_RATE", "spring", "5"));
        assertEquals("12.5 of 1/8, 8 pupils, 1.0000", absence("SUSPENSION_RATE_TERM", "spring", "ALL"));
    }

    @Test
    void ofValuesThatASchoolSendsTheNewestOfTheTermCounts() {
        value("2025-10-01", "survey", 6.5);
        value("2025-11-20", "survey", 7.5);
        value("2025-11-20", "other", 7.0);
        Given.run("update measure_value set source_updated_at = '2025-11-21T00:00:00Z'"
                + " where source_id = (select id from source_system where code = 'other')");
        value("2026-02-01", "survey", 8.0);
        refresh(HeadlineMeasures.MEASURE_VALUE);
        assertEquals(
                "autumn 7.0 2025-11-20, spring 8.0 2026-02-01",
                text(
                        "select string_agg(concat_ws(' ', assessment_point, value, dated), ', ' order by dated) from outcome"
                                + " where source = 'pushed' and cohort = 'ALL' and pupil_group = 'ALL'"));
    }

    @Test
    void everyGroupIsMeasured() {
        pupils("6", 1);
        Given.run(
                "update pupil_year set sex = 'F', disadvantaged = true, sen_provision = 'K', eal = true, looked_after = true,"
                        + " prior_attainment = 'low', mobile = true");
        pupil(2, "6");
        Given.run("update pupil_year set sex = 'M', disadvantaged = false, sen_provision = 'N', eal = false,"
                + " looked_after = false, prior_attainment = 'high', mobile = false where sex is null");
        pupil(3, "6");
        score(1, "KS2", "REA", "TEST", 100);
        refresh("KS2");
        assertEquals(
                "ALL 1/3, DISADVANTAGED 1/1, EAL 1/1, FEMALE 1/1, LOOKED_AFTER 1/1, MOBILE 1/1, PRIOR_LOW 1/1, SEN_SUPPORT 1/1",
                text(
                        "select string_agg(pupil_group || ' ' || numerator || '/' || cohort_size, ', ' order by pupil_group)"
                                + " from outcome where measure_code = 'KS2_READ_EXP'"),
                "a group without a row has no value");
    }

    @Test
    void ofTwoSystemsTheMoreSettledThenTheNewerCounts() {
        pupils("6", 1);
        score(1, "KS2", "REA", "TEST", 100);
        Given.run(
                "insert into result_slot (source_system, assessment_point, assessment_code, subject, component, facet)"
                        + " values ('other', 'summer', 'KS2', 'REA', 'TEST', 'achieved')");
        Given.run(
                "insert into result select school_urn, academic_year, s.id, pupil_id, null, 104, status, result_date,"
                        + " source_updated_at - interval '1 day', job_id from result, result_slot s where s.source_system = 'other'");
        refresh("KS2");
        assertEquals(
                "100", text("select value from outcome where measure_code = 'KS2_READ_AVG' and pupil_group = 'ALL'"));
        Given.run("update result set status = 2 where score = 104");
        refresh("KS2");
        assertEquals(
                "104", text("select value from outcome where measure_code = 'KS2_READ_AVG' and pupil_group = 'ALL'"));
    }

    @Test
    void onlyWhatTheRowsFeedIsComputedAndWhatIsUnchangedIsLeftAlone() {
        pupils("6", 2);
        score(1, "KS2", "REA", "TEST", 100);
        attendance(1, 1, 100, 5, 0);
        refresh("KS2");
        assertNull(absence("ATT_OVERALL_ABSENCE", "autumn", "ALL"));
        long changes = Given.number("select count(*) from outcome_change");
        refresh("KS2");
        assertEquals(changes, Given.number("select count(*) from outcome_change"));
        QuarkusTransaction.requiringNew()
                .run(() -> measures.refresh(List.of(new SchoolYear(URN, 2025)), HeadlineMeasures.EVERY));
        assertEquals("5 of 5/100, 2 pupils, 0.5000", absence("ATT_OVERALL_ABSENCE", "autumn", "ALL"));
    }

    @Test
    void aValueWhoseRowsHaveGoneGoesAndItsHistoryStays() {
        pupils("6", 1);
        score(1, "KS2", "REA", "TEST", 100);
        refresh("KS2");
        Given.run("update result set score = 101");
        refresh("KS2");
        Given.run("delete from result");
        refresh("KS2");
        assertEquals(0, Given.number("select count(*) from outcome"));
        assertEquals(
                "100 f, 101 f, 101 t",
                text(
                        "select string_agg(value || ' ' || case when gone then 't' else 'f' end, ', ' order by id) from outcome_change"
                                + " where measure_code = 'KS2_READ_AVG' and pupil_group = 'ALL'"));
    }

    /** Wilson: 8 of 10 lies between 49.0 % and 94.3 %; 0 of 10 between 0 and 27.8 %. */
    @Test
    void confidenceLimitsAreWilsonsAndThoseOfAMean() {
        assertEquals("49.016", text("select round(share_limit(8, 10, -1), 3)"));
        assertEquals("94.332", text("select round(share_limit(8, 10, 1), 3)"));
        assertEquals("0.000", text("select round(share_limit(0, 10, -1), 3)"));
        assertEquals("27.754", text("select round(share_limit(0, 10, 1), 3)"));
        assertEquals("100.000", text("select round(share_limit(10, 10, 1), 3)"));
        assertEquals(
                "98.799 105.201",
                text(
                        "select round(mean_limit(408, 41648, 4, -1), 3) || ' ' || round(mean_limit(408, 41648, 4, 1), 3)"));
        assertNull(text("select mean_limit(100, 10000, 1, 1)"));
    }

    private void refresh(String source) {
        QuarkusTransaction.requiringNew()
                .run(() -> measures.refresh(List.of(new SchoolYear(URN, 2025)), Set.of(source)));
    }

    private static void pupils(String yearGroup, int count) {
        for (int pupil = 1; pupil <= count; pupil++) {
            pupil(pupil, yearGroup);
        }
    }

    private static void pupil(int pupil, String yearGroup) {
        Given.run(
                "insert into pupil (pseudonym, upn_hash, upn_encrypted) values (gen_random_uuid(), decode(lpad(?, 8, '0'), 'hex'), '')",
                String.valueOf(pupil));
        Given.run(
                "insert into pupil_year (school_urn, academic_year, pupil_id, year_group, source_system, source_updated_at)"
                        + " values (?, 2025, " + id(pupil) + ", ?, 'mis', now())",
                URN,
                yearGroup);
    }

    private static String id(int pupil) {
        return "(select id from pupil where upn_hash = decode(lpad('" + pupil + "', 8, '0'), 'hex'))";
    }

    private static void score(int pupil, String assessment, String subject, String component, int score) {
        result(pupil, assessment, subject, component, "null", String.valueOf(score));
    }

    private static void grade(
            int pupil, String assessment, String subject, String component, String gradeSet, String grade) {
        Given.run("insert into result_grade (grade_set, grade) values (?, ?) on conflict do nothing", gradeSet, grade);
        result(
                pupil,
                assessment,
                subject,
                component,
                "(select id from result_grade where grade_set = '" + gradeSet + "' and grade = '" + grade + "')",
                "null");
    }

    private static void result(
            int pupil, String assessment, String subject, String component, String grade, String score) {
        Given.run(
                "insert into result_slot (source_system, assessment_point, assessment_code, subject, component, facet)"
                        + " values ('mis', 'summer', ?, ?, ?, 'achieved') on conflict do nothing",
                assessment,
                subject,
                component);
        Given.run(
                "insert into result (school_urn, academic_year, slot_id, pupil_id, grade_id, score, status, result_date,"
                        + " source_updated_at, job_id) select ?, 2025, s.id, " + id(pupil) + ", " + grade + ", " + score
                        + ", 1, '2026-07-01', '2026-07-02T00:00:00Z', gen_random_uuid() from result_slot s"
                        + " where (s.source_system, s.assessment_code, s.subject, s.component) = ('mis', ?, ?, ?)",
                URN,
                assessment,
                subject,
                component);
    }

    private static void source(String code) {
        Given.run("insert into source_system (code) values (?) on conflict do nothing", code);
    }

    private static void attendance(int pupil, int term, int possible, int authorised, int unauthorised) {
        source("mis");
        Given.run(
                "insert into attendance select ?, 2025, ?, " + id(pupil) + ", s.id, ?, ?, ?, '2026-07-30T00:00:00Z',"
                        + " gen_random_uuid() from source_system s where s.code = 'mis'",
                URN,
                term,
                possible,
                authorised,
                unauthorised);
    }

    private static void suspension(int pupil, int term, int suspensions) {
        source("mis");
        Given.run(
                "insert into suspension select ?, 2025, ?, " + id(pupil)
                        + ", s.id, ?, 0, false, '2026-07-30T00:00:00Z',"
                        + " gen_random_uuid() from source_system s where s.code = 'mis'",
                URN,
                term,
                suspensions);
    }

    private static void value(String date, String system, double value) {
        source(system);
        Given.run(
                "insert into measure_value select ?, 2025, 'PUPIL_WELLBEING', cast(? as date), s.id, ?, 40, '2025-11-20T00:00:00Z',"
                        + " gen_random_uuid() from source_system s where s.code = ?",
                URN,
                date,
                java.math.BigDecimal.valueOf(value),
                system);
    }

    private static String computed(String measure, String cohort, String group) {
        return text("select format('%s of %s/%s, %s pupils, %s, %s %s', value, coalesce(numerator::text, 'null'),"
                + " coalesce(denominator::text, 'null'), cohort_size, coverage, result_status, dated) from outcome"
                + " where measure_code = '" + measure + "' and cohort = '" + cohort + "' and pupil_group = '" + group
                + "' and source = 'computed'");
    }

    private static String absence(String measure, String point, String cohort) {
        return text(
                "select format('%s of %s/%s, %s pupils, %s', value, numerator, denominator, cohort_size, coverage) from outcome"
                        + " where measure_code = '" + measure + "' and cohort = '" + cohort
                        + "' and pupil_group = 'ALL' and assessment_point = '" + point + "'");
    }

    private static String text(String sql) {
        List<String> found = new ArrayList<>();
        Given.query(sql, row -> found.add(row.getString(1)));
        return found.isEmpty() ? null : found.getFirst();
    }
}
