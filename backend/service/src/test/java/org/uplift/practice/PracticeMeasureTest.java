package org.uplift.practice;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.school.AcademicYear;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.Planned;
import org.uplift.testing.UpliftTest;

/** Evidence is read from what is stored, and tells of few pupils and of other schools to nobody. */
@UpliftTest
class PracticeMeasureTest {
    private static final String LIST = "/api/v1/good-practice";
    private static final int YEAR = AcademicYear.of(LocalDate.now()).start() - 1;
    private static final String YEAR_SIX = "{\"measureCode\":\"KS2_RWM_EXP\",\"cohort\":\"6\",\"pupilGroup\":\"ALL\"}";
    private static final String DISADVANTAGED =
            "{\"measureCode\":\"KS2_RWM_EXP\",\"cohort\":\"6\",\"pupilGroup\":\"DISADVANTAGED\"}";

    private String practice;

    @BeforeEach
    void written() {
        for (int urn = 900001; urn <= 900004; urn++) {
            Given.school(urn, "School " + urn, "IN_TRUST");
            outcome(urn, "ALL", 30, 18);
        }
        outcome(900001, "DISADVANTAGED", 12, 6);
        outcome(900001, "NOT_DISADVANTAGED", 18, 12);
        practice = write(900001);
    }

    private static String write(int urn) {
        return Planned.post(
                        As.head(urn),
                        LIST,
                        "{\"schoolUrn\":" + urn
                                + ",\"title\":\"Reading aloud\",\"what\":\"Daily\",\"impact\":\"Longer books\"}")
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void outcome(int urn, String group, int pupils, int met) {
        Given.run(
                "insert into outcome (school_urn, measure_code, academic_year, assessment_point, cohort, pupil_group, source,"
                        + " value, numerator, denominator, cohort_size, counted, coverage, result_status, dated)"
                        + " values (?, 'KS2_RWM_EXP', ?, 'summer', '6', ?, 'computed', ?, ?, ?, ?, ?, 1, 'final', ?)",
                urn,
                YEAR,
                group,
                java.math.BigDecimal.valueOf(100L * met / pupils),
                met,
                pupils,
                pupils,
                pupils,
                LocalDate.of(YEAR + 1, 7, 1));
    }

    private static ValidatableResponse name(RequestSpecification as, String practice, String measures) {
        return as.contentType("application/json")
                .header("If-Match", "*")
                .body("{\"measures\":[" + measures + "]}")
                .put(LIST + "/" + practice + "/measures")
                .then();
    }

    private ValidatableResponse read(RequestSpecification as) {
        return as.get(LIST + "/" + practice + "/measures").then().statusCode(200);
    }

    @Test
    void whoMayNotIsRefused() {
        name(As.anonymous(), practice, YEAR_SIX).statusCode(401);
        name(As.head(900002), practice, YEAR_SIX).statusCode(403);
        name(As.inTrust("trustee", "trustee"), practice, YEAR_SIX).statusCode(403);
        As.anonymous().get(LIST + "/" + practice + "/measures").then().statusCode(401);
        As.user("newcomer", "school-leader")
                .get(LIST + "/" + practice + "/measures")
                .then()
                .statusCode(404);
        As.head(900001)
                .contentType("application/json")
                .body("{\"measures\":[]}")
                .put(LIST + "/" + practice + "/measures")
                .then()
                .statusCode(428);
    }

    @Test
    void whatIsNoMeasureIsInvalid() {
        RequestSpecification head = As.head(900001);
        name(head, practice, YEAR_SIX.replace("RWM", "XXX"))
                .statusCode(422)
                .body("errors[0].path", equalTo("/measures/0/measureCode"));
        name(As.head(900001), practice, YEAR_SIX.replace("ALL", "XXX"))
                .statusCode(422)
                .body("errors[0].path", equalTo("/measures/0/pupilGroup"));
        name(As.head(900001), practice, YEAR_SIX + "," + YEAR_SIX).statusCode(422);
        name(As.head(900001), practice, (YEAR_SIX + ",").repeat(5) + YEAR_SIX).statusCode(422);
        String ofTrust = Planned.post(As.trustLeader(), LIST, "{\"title\":\"x\",\"what\":\"x\",\"impact\":\"x\"}")
                .extract()
                .path("id");
        name(As.trustLeader(), ofTrust, YEAR_SIX).statusCode(422);
    }

    @Test
    void itsSchoolSeesEveryGroupAndOthersTheWholeCohort() {
        name(As.head(900001), practice, YEAR_SIX + "," + DISADVANTAGED)
                .statusCode(200)
                .header("ETag", "\"1\"");
        read(As.head(900001))
                .body("seen", equalTo(true))
                .body("results[0].values.display", contains("60%"))
                .body("results[0].values.cohortSize", contains(30))
                .body("results[1].values.display", contains("50%"));
        read(As.head(900002))
                .body("seen", equalTo(false))
                .body("results", hasSize(2))
                .body("results[0].values.display", contains("60%"))
                .body("results[0].values.cohortSize", contains(30))
                .body("results[1].values", empty());
        Given.run("update outcome set value = 70 where school_urn = 900001 and pupil_group = 'ALL'");
        read(As.head(900002)).body("results[0].values.display", contains("70%"));
        As.head(900002).get("/api/v1/schools/900001/outcomes").then().statusCode(404);
    }

    @Test
    void fewPupilsAreHiddenFromOthersAndFromWhoSeesNoPupils() {
        Given.run(
                "update outcome set cohort_size = 5, counted = 5, denominator = 5, numerator = 3 where school_urn = 900001"
                        + " and pupil_group = 'ALL'");
        name(As.head(900001), practice, YEAR_SIX).statusCode(200);
        read(As.head(900001)).body("results[0].values.display", contains("60%"));
        for (RequestSpecification other :
                new RequestSpecification[] {As.head(900002), As.inTrust("trustee", "trustee"), As.administrator()}) {
            read(other)
                    .body("results[0].values.display", contains("c"))
                    .body("results[0].values[0].cohortSize", nullValue());
        }
    }

    /** The trust's value less what a reader is told of it must not be that of one school, or mostly. */
    @Test
    void noOtherSchoolCanBeWorkedOut() {
        name(As.head(900001), practice, YEAR_SIX).statusCode(200);
        read(As.head(900002)).body("results[0].values.display", contains("60%"));
        String second = write(900003);
        name(As.head(900003), second, YEAR_SIX).statusCode(200);
        read(As.head(900002)).body("results[0].values.display", contains("c"));
        name(As.head(900003), second, "").statusCode(200);
        read(As.head(900002)).body("results[0].values.display", contains("60%"));
        Given.run("update outcome set cohort_size = 200, counted = 200 where school_urn = 900004");
        read(As.head(900002)).body("results[0].values.display", contains("c"));
        name(As.head(900003), second, YEAR_SIX).statusCode(200);
        String third = write(900004);
        name(As.head(900004), third, YEAR_SIX).statusCode(200);
        read(As.head(900002)).body("results[0].values.display", contains("60%"));
    }

    @Test
    void whatIsRetiredTellsNothingMore() {
        name(As.head(900001), practice, YEAR_SIX).statusCode(200);
        Planned.post(As.head(900001), LIST + "/" + practice + "/withdrawal", "{\"reason\":\"Over\"}")
                .statusCode(200);
        As.head(900002).get(LIST + "/" + practice + "/measures").then().statusCode(404);
        read(As.head(900001)).body("results[0].values.display", contains("60%"));
        name(As.head(900001), practice, "").statusCode(409);
    }
}
