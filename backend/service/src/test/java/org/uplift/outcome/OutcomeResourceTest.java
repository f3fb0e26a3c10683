package org.uplift.outcome;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.Jobs;
import org.uplift.testing.UpliftTest;

@UpliftTest
class OutcomeResourceTest {
    private static final String OUTCOMES = "/api/v1/schools/900001/outcomes";

    @Inject
    SessionFactory sessions;

    /** Thirty pupils: 26 male and 4 female; 12 disadvantaged; 20 without SEN, 8 with support, 2 with a plan. */
    @BeforeEach
    void givenASchool() {
        Given.school(900001);
        Given.school(900002);
        computed("ALL", 30, 18);
        computed("MALE", 26, 15);
        computed("FEMALE", 4, 3);
        computed("DISADVANTAGED", 12, 6);
        computed("NOT_DISADVANTAGED", 18, 12);
        computed("NO_SEN", 20, 15);
        computed("SEN_SUPPORT", 8, 3);
        computed("EHCP", 2, 0);
    }

    @Test
    void outcomesAreForThoseWhomTheSchoolConcerns() {
        As.anonymous().get(OUTCOMES).then().statusCode(401);
        As.head(900002).get(OUTCOMES).then().statusCode(404);
        As.administrator().get(OUTCOMES).then().statusCode(403);
        As.inSchool("safeguarding.900001", "safeguarding-lead", 900001)
                .get(OUTCOMES)
                .then()
                .statusCode(403);
        As.head(900001).get("/api/v1/schools/999999/outcomes").then().statusCode(404);
        As.head(900001).get(OUTCOMES).then().statusCode(200).body("results", hasSize(8));
    }

    /** While a push holds the school nothing is computed; when it lets go, what its rows have outdated is. */
    @Test
    void valuesThatDoNotCountAllRowsSaySo() throws SQLException {
        As.head(900001).get(OUTCOMES).then().body("outdated", equalTo(false));
        try (Connection push = Given.pushUnderWay(900001)) {
            Given.run("insert into outdated_outcome values (900001, 2024, 'KS2', now())");
            As.head(900001).get(OUTCOMES).then().body("outdated", equalTo(true));
            As.head(900002).get("/api/v1/schools/900002/outcomes").then().body("outdated", equalTo(false));
            As.trustLeader()
                    .get("/api/v1/outcomes?measureCode=KS2_RWM_EXP")
                    .then()
                    .body("outdated", equalTo(true));
        }
        Jobs.counted();
        As.head(900001).get(OUTCOMES).then().body("outdated", equalTo(false)).body("results", empty());
    }

    @Test
    void aRoleElsewhereDoesNotReachThisSchool() {
        Given.person("two.roles");
        Given.schoolMembership("two.roles", "safeguarding-lead", 900001);
        Given.schoolMembership("two.roles", "committee-member", 900002);
        RequestSpecification both = As.user("two.roles", "safeguarding-lead", "committee-member");
        both.get(OUTCOMES).then().statusCode(200).body("results", empty());
        As.user("two.roles", "safeguarding-lead", "committee-member")
                .get("/api/v1/schools/900002/outcomes")
                .then()
                .statusCode(200)
                .body("results", empty());
    }

    @Test
    void whatIsAskedWronglyIsTold() {
        head("academicYear=2016").statusCode(422);
        head("source=guess").statusCode(422);
        head("sort=value").statusCode(422);
        head("pageSize=201").statusCode(422);
        head("page=0").statusCode(422);
    }

    @Test
    void theMeasuresOfAKeyStageCanBeAskedForAlone() {
        computed("ATT_OVERALL_ABSENCE", "ALL", 30, 2);
        head("keyStage=KS2&pupilGroup=ALL").body("results.measureCode", contains("KS2_RWM_EXP"));
        head("keyStage=ALL").body("results.measureCode", contains("ATT_OVERALL_ABSENCE"));
        head("keyStage=KS5").body("results", empty());
        committee("keyStage=KS2&pupilGroup=MALE").body("results.symbol", contains("c"));
        head("keyStage=KEY-STAGE-2").statusCode(422);
    }

    @Test
    void aLeaderSeesEveryFigure() {
        head("pupilGroup=FEMALE")
                .body("results[0].value", equalTo(75.0f))
                .body("results[0].display", equalTo("75%"))
                .body("results[0].numerator", equalTo(3))
                .body("results[0].cohortSize", equalTo(4))
                .body("results[0].symbol", nullValue());
    }

    @Test
    void othersDoNotSeeSmallGroupsNorWhatWouldTellThem() {
        ValidatableResponse seen = committee("page=1");
        seen.body("results.find { it.pupilGroup == 'ALL' }.display", equalTo("60%"))
                .body("results.find { it.pupilGroup == 'DISADVANTAGED' }.display", equalTo("50%"))
                .body("results.find { it.pupilGroup == 'NO_SEN' }.display", equalTo("75%"))
                .body(
                        "results.findAll { it.symbol == 'c' }.pupilGroup",
                        contains("MALE", "FEMALE", "SEN_SUPPORT", "EHCP"));
        for (String field : List.of("value", "numerator", "cohortSize", "coverage", "confidenceLower")) {
            seen.body("results.findAll { it.symbol == 'c' }." + field, everyItem(nullValue()));
        }
        seen.body("results.findAll { it.symbol == 'c' }.display", everyItem(equalTo("c")));
    }

    @Test
    void noFilterTellsMore() {
        committee("pupilGroup=MALE").body("results.symbol", contains("c"));
        committee("pupilGroup=FEMALE&measureCode=KS2_RWM_EXP&cohort=6&source=computed")
                .body("results.symbol", contains("c"));
        committee("pupilGroup=SEN_SUPPORT&academicYear=2024/2025").body("results.symbol", contains("c"));
        committee("page=3&pageSize=1&sort=measure").body("results.symbol", contains("c"));
    }

    @Test
    void aMeasureThatLacksAGroupTellsNoMore() {
        computed("KS2_GPS_EXP", "ALL", 30, 20);
        computed("KS2_GPS_EXP", "MALE", 26, 18);
        committee("measureCode=KS2_GPS_EXP&pupilGroup=MALE").body("results.symbol", contains("c"));
    }

    @Test
    void whatIsPublishedStaysPublished() {
        Given.run(
                "insert into outcome (school_urn, measure_code, academic_year, assessment_point, cohort, pupil_group, source,"
                        + " value, cohort_size, result_status, dated)"
                        + " values (900001, 'KS2_RWM_EXP', 2016, 'summer', '6', 'ALL', 'published', 61, 4, 'final', date '2017-07-31')");
        committee("source=published").body("results.display", contains("61%")).body("results.cohortSize", contains(4));
    }

    @Test
    void whatRestsOnTooFewRowsIsPartial() {
        Given.run("update outcome set coverage = 0.9 where pupil_group = 'ALL'");
        head("pupilGroup=ALL").body("results.partial", contains(true));
        Given.run("update outcome set coverage = 0.95 where pupil_group = 'ALL'");
        head("pupilGroup=ALL").body("results.partial", contains(false));
    }

    @Test
    void aPercentageThatWouldLookLikeNoneIsLow() {
        Given.run("update outcome set value = 0.03 where pupil_group = 'ALL'");
        head("pupilGroup=ALL").body("results.display", contains("low"));
    }

    @Test
    void listsAreFilteredSortedAndPaged() {
        computed("KS2_READ_EXP", "ALL", 30, 21);
        Given.run("update outcome set academic_year = 2023 where measure_code = 'KS2_READ_EXP'");
        head("measureCode=KS2_READ_EXP").body("results.academicYear", contains("2023/2024"));
        head("academicYear=2023/2024").body("results", hasSize(1));
        head("academicYear=202324").body("results", hasSize(1));
        head("cohort=5").body("results", empty()).body("paging.totalResults", equalTo(0));
        head("sort=newest&page=9&pageSize=1").body("results.academicYear", contains("2023/2024"));
        head("sort=newest&pageSize=2")
                .body("results.pupilGroup", contains("ALL", "MALE"))
                .body("paging.totalResults", equalTo(9))
                .body("paging.totalPages", equalTo(5));
        head("sort=measure&page=5&pageSize=2").body("results.measureCode", contains("KS2_READ_EXP"));
        head("page=9&pageSize=2").body("results", empty()).body("paging.totalResults", equalTo(9));
    }

    @Test
    void aPageTakesAsManyStatementsHoweverLongItIs() {
        head("pageSize=1");
        Statistics statistics = sessions.getStatistics();
        statistics.setStatisticsEnabled(true);
        try {
            long few = statements(statistics, "pageSize=1");
            for (String measure : List.of("KS2_READ_EXP", "KS2_MAT_EXP", "KS2_WRIT_EXP")) {
                computed(measure, "ALL", 30, 20);
                computed(measure, "MALE", 15, 10);
                computed(measure, "FEMALE", 15, 10);
            }
            assertEquals(few, statements(statistics, "pageSize=200"));
            assertEquals(5, few);
        } finally {
            statistics.setStatisticsEnabled(false);
        }
    }

    private static long statements(Statistics statistics, String query) {
        statistics.clear();
        committee(query);
        return statistics.getPrepareStatementCount();
    }

    private static ValidatableResponse head(String query) {
        return As.head(900001).get(OUTCOMES + "?" + query).then();
    }

    private static ValidatableResponse committee(String query) {
        return As.inSchool("committee.900001", "committee-member", 900001)
                .get(OUTCOMES + "?" + query)
                .then()
                .statusCode(200);
    }

    private static void computed(String group, int pupils, int met) {
        computed("KS2_RWM_EXP", group, pupils, met);
    }

    private static void computed(String measure, String group, int pupils, int met) {
        Given.run(
                "insert into outcome (school_urn, measure_code, academic_year, assessment_point, cohort, pupil_group, source,"
                        + " value, numerator, cohort_size, coverage, result_status, dated)"
                        + " values (900001, ?, 2024, 'summer', '6', ?, 'computed', ?, ?, ?, 1, 'provisional', date '2025-07-04')",
                measure,
                group,
                BigDecimal.valueOf(100L * met).divide(BigDecimal.valueOf(pupils), 6, java.math.RoundingMode.HALF_UP),
                met,
                pupils);
    }
}
