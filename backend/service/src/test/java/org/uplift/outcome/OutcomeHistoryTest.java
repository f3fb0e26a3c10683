package org.uplift.outcome;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.UpliftTest;

@UpliftTest
class OutcomeHistoryTest {
    private static final String HISTORY = "/api/v1/schools/900001/outcomes/history?measureCode=KS2_RWM_EXP";

    @BeforeEach
    void givenAnOutcome() {
        Given.school(900001);
        Given.school(900002);
        outcome("ALL", 40, 20);
        outcome("FEMALE", 18, 9);
    }

    @Test
    void theHistoryIsForThoseWhomTheSchoolConcerns() {
        As.anonymous().get(HISTORY).then().statusCode(401);
        As.head(900002).get(HISTORY).then().statusCode(404);
        As.administrator().get(HISTORY).then().statusCode(403);
        As.head(900001).get(HISTORY).then().statusCode(200).body("results", hasSize(2));
        As.head(900001).get("/api/v1/schools/900001/outcomes/history").then().statusCode(422);
        As.head(900001)
                .get("/api/v1/schools/900001/outcomes/history?measureCode=NOTHING")
                .then()
                .statusCode(422);
    }

    @Test
    void everyValueIsKeptUntilItIsGone() {
        change("ALL", 40, 24);
        Given.run("update outcome set result_status = 'final' where pupil_group = 'ALL'");
        Given.run("delete from outcome where pupil_group = 'ALL'");
        head("&pupilGroup=ALL")
                .body("results.value", contains(60, 60, 60, 50))
                .body("results.gone", contains(true, false, false, false))
                .body("results.resultStatus", contains("final", "final", "provisional", "provisional"))
                .body("paging.totalResults", equalTo(4));
        head("&pupilGroup=ALL&pageSize=1&page=4").body("results.value", contains(50));
        head("&academicYear=2023/2024").body("results", hasSize(0));
    }

    @Test
    void othersSeeNoGroupsAndNothingThatTellsOfFewPupils() {
        committee("")
                .body("results.pupilGroup", contains("ALL"))
                .body("results.cohortSize", contains(40))
                .body("paging.totalResults", equalTo(1));
        committee("&pupilGroup=FEMALE").body("results", hasSize(0));
        change("ALL", 50, 30);
        committee("&pupilGroup=ALL").body("results.value", contains(60, 50));
        change("ALL", 53, 30);
        committee("&pupilGroup=ALL").body("results.symbol", contains("c", "c", null));
        head("&pupilGroup=ALL").body("results.cohortSize", contains(53, 50, 40));
    }

    @Test
    void nobodyWritesTheHistory() throws Exception {
        try (Connection application = Given.withoutIdentity();
                Statement statement = application.createStatement()) {
            for (String sql : new String[] {
                "delete from outcome_change",
                "update outcome_change set value = 1",
                "insert into outcome_change (school_urn) values (1)"
            }) {
                assertThrows(SQLException.class, () -> statement.execute(sql));
            }
        }
    }

    private static ValidatableResponse head(String query) {
        return As.head(900001).get(HISTORY + query).then().statusCode(200);
    }

    private static ValidatableResponse committee(String query) {
        return As.inSchool("committee.900001", "committee-member", 900001)
                .get(HISTORY + query)
                .then()
                .statusCode(200);
    }

    private static void outcome(String group, int pupils, int met) {
        Given.run(
                "insert into outcome (school_urn, measure_code, academic_year, assessment_point, cohort, pupil_group, source,"
                        + " value, numerator, denominator, cohort_size, counted, coverage, result_status, dated)"
                        + " values (900001, 'KS2_RWM_EXP', 2024, 'summer', '6', ?, 'computed', ?, ?, ?, ?, ?, 1, 'provisional', date '2025-07-04')",
                group,
                100 * met / pupils,
                met,
                pupils,
                pupils,
                pupils);
    }

    private static void change(String group, int pupils, int met) {
        Given.run(
                "update outcome set value = ?, numerator = ?, denominator = ?, cohort_size = ?, counted = ? where pupil_group = ?",
                100 * met / pupils,
                met,
                pupils,
                pupils,
                pupils,
                group);
    }
}
