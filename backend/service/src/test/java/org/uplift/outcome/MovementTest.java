package org.uplift.outcome;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.UpliftTest;

@UpliftTest
class MovementTest {
    private static final String MOVEMENT = "/api/v1/schools/900001/outcomes/movement";
    private static final String TERMS =
            MOVEMENT + "?fromYear=2025/2026&fromPoint=autumn&toYear=2025/2026&toPoint=spring";

    /** Ten pupils of year 4 with both grades: three up, six the same, one down; an eleventh has come in spring. */
    @BeforeEach
    void givenTwoTerms() {
        Given.school(900001);
        Given.school(900002);
        for (String grade : new String[] {"BLW", "WTS", "EXS", "GDS"}) {
            Given.run(
                    "insert into result_grade (grade_set, grade) values ('TRUST_TA', ?) on conflict do nothing", grade);
        }
        for (int pupil = 1; pupil <= 11; pupil++) {
            Given.run(
                    "insert into pupil (pseudonym, upn_hash, upn_encrypted) values (gen_random_uuid(), decode(lpad(?, 8, '0'), 'hex'), '')",
                    String.valueOf(pupil));
            Given.run(
                    "insert into pupil_year (school_urn, academic_year, pupil_id, year_group, sex, source_system, source_updated_at)"
                            + " select 900001, 2025, id, '4', ?, 'mis', now() from pupil where upn_hash = decode(lpad(?, 8, '0'), 'hex')",
                    pupil <= 4 ? "F" : "M",
                    String.valueOf(pupil));
            if (pupil <= 10) {
                grade(pupil, "autumn", "WTS");
            }
            grade(pupil, "spring", pupil <= 3 ? "EXS" : pupil == 10 ? "BLW" : "WTS");
        }
    }

    @Test
    void movementIsForThoseWhomTheSchoolConcerns() {
        As.anonymous().get(TERMS).then().statusCode(401);
        As.head(900002).get(TERMS).then().statusCode(404);
        As.administrator().get(TERMS).then().statusCode(403);
        As.head(900001).get(TERMS).then().statusCode(200).body("results", hasSize(1));
    }

    @Test
    void whatIsAskedWronglyIsTold() {
        As.head(900001).get(MOVEMENT).then().statusCode(422);
        As.head(900001)
                .get(MOVEMENT + "?fromYear=2025/2026&fromPoint=spring&toYear=2025/2026&toPoint=spring")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("not-later"));
    }

    @Test
    void itIsOfThePupilsWithBothGrades() {
        As.head(900001)
                .get(TERMS)
                .then()
                .body("results[0].cohort", equalTo("4"))
                .body("results[0].subject", equalTo("REA"))
                .body("results[0].pupils", equalTo(10))
                .body("results[0].up", equalTo(3))
                .body("results[0].same", equalTo(6))
                .body("results[0].down", equalTo(1));
        As.head(900001)
                .get(TERMS + "&pupilGroup=FEMALE")
                .then()
                .body("results.pupils", contains(4))
                .body("results.up", contains(3));
        As.head(900001)
                .get(MOVEMENT + "?fromYear=2024/2025&fromPoint=summer&toYear=2025/2026&toPoint=autumn")
                .then()
                .statusCode(200)
                .body("results", empty());
    }

    @Test
    void othersDoNotSeeSmallGroupsNorWhatWouldTellThem() {
        for (String group : new String[] {"FEMALE", "MALE"}) {
            As.inSchool("committee.900001", "committee-member", 900001)
                    .get(TERMS + "&pupilGroup=" + group)
                    .then()
                    .statusCode(200)
                    .body("results.symbol", contains("c"))
                    .body("results[0].pupils", nullValue())
                    .body("results[0].up", nullValue());
        }
        As.inSchool("committee.900001", "committee-member", 900001)
                .get(TERMS)
                .then()
                .body("results.pupils", contains(10));
    }

    private static void grade(int pupil, String point, String grade) {
        Given.run(
                "insert into result_slot (source_system, assessment_point, assessment_code, subject, component, facet)"
                        + " values ('mis', ?, 'TA', 'REA', '', 'achieved') on conflict do nothing",
                point);
        Given.run(
                "insert into result (school_urn, academic_year, slot_id, pupil_id, grade_id, status, result_date, source_updated_at, job_id)"
                        + " select 900001, 2025, s.id, p.id, g.id, 3, '2025-12-01', now(), gen_random_uuid()"
                        + " from result_slot s, pupil p, result_grade g where s.source_system = 'mis' and s.assessment_code = 'TA'"
                        + " and s.subject = 'REA' and s.component = '' and s.assessment_point = ?"
                        + " and p.upn_hash = decode(lpad(?, 8, '0'), 'hex') and g.grade_set = 'TRUST_TA' and g.grade = ?",
                point,
                String.valueOf(pupil),
                grade);
    }
}
