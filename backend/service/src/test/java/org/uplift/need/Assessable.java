package org.uplift.need;

import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.uplift.school.AcademicYear;
import org.uplift.term.TermOfYear;
import org.uplift.testing.As;
import org.uplift.testing.Given;

/** Schools of which enough is known to assess them. */
final class Assessable {
    static final LocalDate TODAY = LocalDate.now();
    static final TermOfYear NOW = TermOfYear.of(TODAY);
    static final int YEAR = NOW.academicYear().start();
    static final AcademicYear LAST = NOW.academicYear().minus(1);

    private Assessable() {}

    /** A school that is as England is, in every measure, and has been for years. */
    static void school(int urn, String name) {
        Given.school(urn, name, "IN_TRUST");
        for (int year = YEAR - 4; year < YEAR; year++) {
            england(year);
            results(urn, year, 60, 30);
        }
        whole(urn, "ATT_OVERALL_ABSENCE", YEAR - 1, "summer", "4.0");
        whole(urn, "ATT_PERSISTENT_ABSENCE", YEAR - 1, "summer", "10.0");
        whole(urn, "SUSPENSION_RATE_TERM", YEAR - 1, "summer", "0.2");
    }

    private static void england(int year) {
        Given.run(
                "insert into benchmark (area, area_code, measure_code, academic_year, assessment_point, pupil_group, value)"
                        + " values ('england', 0, 'KS2_RWM_EXP', ?, 'summer', 'ALL', 60)"
                        + " on conflict (measure_code, academic_year, assessment_point, pupil_group, area, area_code)"
                        + " do update set value = excluded.value",
                year);
    }

    /** Benchmarks belong to no school, and so stay when a test ends; other tests begin without these. */
    static void forgetEngland() {
        Given.run("delete from benchmark where measure_code = 'KS2_RWM_EXP' and academic_year >= ?", YEAR - 4);
    }

    /** Key stage 2 results of a year: so many percent of so many pupils, a third of whom are disadvantaged. */
    static void results(int urn, int year, int percent, int pupils) {
        outcome(urn, "KS2_RWM_EXP", year, "summer", "6", "ALL", String.valueOf(percent), pupils);
        outcome(urn, "KS2_RWM_EXP", year, "summer", "6", "DISADVANTAGED", String.valueOf(percent), pupils / 3);
        outcome(
                urn,
                "KS2_RWM_EXP",
                year,
                "summer",
                "6",
                "NOT_DISADVANTAGED",
                String.valueOf(percent),
                pupils - pupils / 3);
        outcome(urn, "KS2_READ_AVG", year, "summer", "6", "ALL", "105", pupils);
        outcome(urn, "KS2_MAT_AVG", year, "summer", "6", "ALL", "105", pupils);
    }

    static void whole(int urn, String measure, int year, String point, String value) {
        outcome(urn, measure, year, point, "ALL", "ALL", value, 210);
    }

    static void outcome(
            int urn, String measure, int year, String point, String cohort, String group, String value, int pupils) {
        Given.run(
                "insert into outcome (school_urn, measure_code, academic_year, assessment_point, cohort, pupil_group, source,"
                        + " value, cohort_size, counted, coverage, result_status, dated)"
                        + " values (?, ?, ?, ?, ?, ?, 'computed', ?, ?, ?, 1, 'final', ?)"
                        + " on conflict (school_urn, measure_code, academic_year, assessment_point, cohort, pupil_group, source)"
                        + " do update set value = excluded.value, cohort_size = excluded.cohort_size, counted = excluded.counted",
                urn,
                measure,
                year,
                point,
                cohort,
                group,
                new BigDecimal(value),
                pupils,
                pupils,
                point.equals("autumn")
                        ? LocalDate.of(year, 10, 1)
                        : LocalDate.of(year + 1, point.equals("spring") ? 3 : 7, 20));
    }

    /** A whole inspection with a report card. */
    static UUID reportCard(int urn, String safeguarding, String category, String... grades) {
        UUID id = UUID.randomUUID();
        Given.run(
                "insert into inspection (id, school_urn, inspected_urn, framework, inspection_type, start_date, safeguarding,"
                        + " category_of_concern, source) values (?, ?, ?, 'report-card', 'full', ?, ?, ?, 'OFSTED')",
                id,
                urn,
                urn,
                LocalDate.of(2026, 3, 3),
                safeguarding,
                category);
        String[] areas = {"inclusion", "achievement", "attendance-and-behaviour", "personal-development"};
        for (int at = 0; at < grades.length; at++) {
            Given.run(
                    "insert into inspection_judgement (inspection_id, school_urn, framework, area, grade)"
                            + " values (?, ?, 'report-card', ?, ?)",
                    id,
                    urn,
                    areas[at],
                    grades[at]);
        }
        return id;
    }

    /** An inspection with graded judgements, without an overall grade. */
    static void graded(int urn, LocalDate day, String quality, String behaviour) {
        UUID id = UUID.randomUUID();
        Given.run(
                "insert into inspection (id, school_urn, inspected_urn, framework, inspection_type, start_date, source)"
                        + " values (?, ?, ?, 'graded-judgements', 'graded', ?, 'OFSTED')",
                id,
                urn,
                urn,
                day);
        Given.run(
                "insert into inspection_judgement (inspection_id, school_urn, framework, area, grade) values"
                        + " (?, ?, 'graded-judgements', 'quality-of-education', ?),"
                        + " (?, ?, 'graded-judgements', 'behaviour-and-attitudes', ?)",
                id,
                urn,
                quality,
                id,
                urn,
                behaviour);
    }

    static ValidatableResponse compute() {
        return compute("{}");
    }

    static ValidatableResponse compute(TermOfYear term) {
        return compute("{\"academicYear\":\"" + term.academicYear() + "\",\"term\":\""
                + term.term().code() + "\"}");
    }

    static ValidatableResponse compute(String body) {
        return As.trustLeader()
                .contentType("application/json")
                .body(body)
                .post("/api/v1/need-assessments")
                .then();
    }

    /** The term before. */
    static TermOfYear before(TermOfYear term) {
        return TermOfYear.of(term.firstDay().minusDays(1));
    }

    /** The id of the newest assessment of a school. */
    static String assessment(int urn) {
        return As.trustLeader()
                .get("/api/v1/schools/" + urn + "/need")
                .then()
                .statusCode(200)
                .extract()
                .path("current.assessment.id");
    }
}
