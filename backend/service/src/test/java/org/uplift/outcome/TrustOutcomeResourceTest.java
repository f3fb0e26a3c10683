package org.uplift.outcome;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.UpliftTest;

@UpliftTest
class TrustOutcomeResourceTest {
    private static final String OUTCOMES = "/api/v1/outcomes?measureCode=KS2_RWM_EXP";

    @Inject
    SessionFactory sessions;

    /** Three schools in the trust, with 30, 20 and 10 pupils, and one that is in the register only. */
    @BeforeEach
    void givenATrust() {
        for (int urn = 900001; urn <= 900003; urn++) {
            Given.school(urn);
        }
        Given.school(900004, "Elsewhere", "REGISTER");
        computed(900001, "ALL", 30, 15);
        computed(900002, "ALL", 20, 15);
        computed(900003, "ALL", 10, 9);
        computed(900004, "ALL", 40, 0);
    }

    @Test
    void theTrustIsForThoseWhoMayReadOutcomes() {
        As.anonymous().get(OUTCOMES).then().statusCode(401);
        As.administrator().get(OUTCOMES).then().statusCode(403);
        As.inTrust("safeguarding.lead", "safeguarding-lead")
                .get(OUTCOMES)
                .then()
                .statusCode(403);
        As.head(900004)
                .get(OUTCOMES + "&academicYear=2024/2025")
                .then()
                .statusCode(200)
                .body("results", empty())
                .body("trust.schools", contains(3));
        As.trustLeader().get(OUTCOMES).then().statusCode(200).body("results", hasSize(3));
    }

    @Test
    void whatIsAskedWronglyIsTold() {
        As.trustLeader().get("/api/v1/outcomes").then().statusCode(422);
        As.trustLeader().get("/api/v1/outcomes?measureCode=NOTHING").then().statusCode(422);
        As.trustLeader().get(OUTCOMES + "&academicYear=2024").then().statusCode(422);
        As.trustLeader().get(OUTCOMES + "&sort=value").then().statusCode(422);
    }

    @Test
    void theTrustIsTheMeanOverItsPupils() {
        leader("")
                .body("trust[0].value", equalTo(65))
                .body("trust[0].numerator", equalTo(39))
                .body("trust[0].denominator", equalTo(60))
                .body("trust[0].cohortSize", equalTo(60))
                .body("trust[0].schools", equalTo(3))
                .body("results.benchmarks.trust", contains(65, 65, 65));
    }

    @Test
    void anAverageIsWeightedByThePupilsInIt() {
        average(900001, 20, 100);
        average(900002, 10, 109);
        As.trustLeader()
                .get("/api/v1/outcomes?measureCode=KS2_READ_AVG")
                .then()
                .body("trust.value", contains(103))
                .body("trust.display", contains("103.0"));
    }

    @Test
    void aHeadSeesTheTrustWhereItDoesNotTellOfOneOtherSchool() {
        As.head(900001)
                .get(OUTCOMES)
                .then()
                .body("results.schoolUrn", contains(900001))
                .body("trust.value", contains(65));
        computed(900001, "MALE", 20, 10);
        computed(900002, "MALE", 10, 10);
        As.head(900001)
                .get(OUTCOMES + "&pupilGroup=MALE")
                .then()
                .body("trust.symbol", contains("c"))
                .body("trust.cohortSize", contains(nullValue()))
                .body("results.benchmarks[0].trust", nullValue());
        leader("&pupilGroup=MALE").body("trust.cohortSize", contains(30));
        computed(900003, "FEMALE", 20, 10);
        As.head(900003).get(OUTCOMES + "&pupilGroup=FEMALE").then().body("trust.cohortSize", contains(20));
        As.head(900001)
                .get(OUTCOMES + "&pupilGroup=FEMALE&academicYear=2024/2025")
                .then()
                .body("trust.symbol", contains("c"));
        Given.run(
                "update outcome set cohort_size = 31, counted = 31 where school_urn = 900001 and pupil_group = 'ALL'");
        As.head(900001).get(OUTCOMES).then().body("trust.symbol", contains(nullValue()));
        As.head(900002).get(OUTCOMES).then().body("trust.symbol", contains("c"));
    }

    /** Who leads two schools of three would otherwise subtract them, and have the third. */
    @Test
    void whoseSchoolsAreAllButOneDoesNotSeeTheTrust() {
        Given.person("executive.head");
        Given.schoolMembership("executive.head", "school-leader", 900001);
        Given.schoolMembership("executive.head", "school-leader", 900002);
        As.user("executive.head", "school-leader")
                .get(OUTCOMES)
                .then()
                .statusCode(200)
                .body("results", hasSize(2))
                .body("trust.symbol", contains("c"));
    }

    @Test
    void whatIsHiddenOfASchoolIsNotLeftOverOfTheTrust() {
        for (int urn = 900001; urn <= 900003; urn++) {
            int pupils = urn == 900003 ? 3 : 8;
            computed(urn, "FEMALE", pupils, pupils - 1);
        }
        trustee("&pupilGroup=FEMALE&sort=school")
                .body("results.symbol", contains(null, null, "c"))
                .body("trust.symbol", contains("c"))
                .body("trust.numerator", contains(nullValue()));
        trustee("").body("trust.value", contains(65));
        leader("&pupilGroup=FEMALE").body("trust.cohortSize", contains(19));
    }

    /** In summer the second school with few girls has no rows yet: the first would be left over of the year less the spring. */
    @Test
    void whatIsHiddenInOneTermOfTheTrustIsHiddenInAll() {
        for (int urn = 900001; urn <= 900003; urn++) {
            absence(urn, "autumn", urn == 900001 ? 30 : 4);
        }
        trustee("ATT_OVERALL_ABSENCE", "").body("trust.symbol", contains(nullValue()));
        absence(900001, "spring", 30);
        absence(900002, "spring", 4);
        trustee("ATT_OVERALL_ABSENCE", "").body("trust.symbol", contains("c", "c"));
    }

    @Test
    void aSchoolsOwnListSaysWhatTheMeasureIsInTheTrustAndInSimilarSchools() {
        for (int urn = 900002; urn <= 900004; urn++) {
            Given.run(
                    "insert into outcome (school_urn, measure_code, academic_year, assessment_point, cohort, pupil_group, source,"
                            + " value, cohort_size, result_status, dated)"
                            + " values (?, 'KS2_RWM_EXP', 2024, 'summer', '6', 'ALL', 'published', ?, 10, 'final', date '2025-07-31')",
                    urn,
                    60 + urn - 900001);
        }
        Given.run("update school set number_on_roll = urn - 899900");
        String own = "/api/v1/schools/900001/outcomes?source=computed";
        As.head(900001)
                .get(own + "&measureCode=KS2_RWM_EXP")
                .then()
                .statusCode(200)
                .body("results[0].benchmarks.trust", equalTo(65))
                .body("results[0].benchmarks.similarSchools", equalTo(62));
        As.head(900001).get(own).then().body("results[0].benchmarks.trust", nullValue());
    }

    @Test
    void theListIsFilteredSortedAndPaged() {
        computed(900001, "ALL", 30, 20);
        Given.run("update outcome set academic_year = 2023 where school_urn = 900002");
        leader("&academicYear=2023/2024")
                .body("results.schoolUrn", contains(900002))
                .body("trust", hasSize(1));
        leader("&academicYear=2023/2024&academicYear=2024/2025")
                .body("results", hasSize(3))
                .body("trust", hasSize(2));
        leader("&sort=school&pageSize=1&page=2")
                .body("results.schoolUrn", contains(900002))
                .body("paging.totalResults", equalTo(3));
        leader("&cohort=5").body("results", empty()).body("trust", empty());
        leader("&assessmentPoint=autumn").body("results", empty());
        leader("&source=published").body("results", empty());
    }

    @Test
    void aPageTakesAsManyStatementsHoweverLongItIs() {
        Statistics statistics = sessions.getStatistics();
        trustee("");
        statistics.setStatisticsEnabled(true);
        try {
            statistics.clear();
            trustee("&pageSize=1");
            long few = statistics.getPrepareStatementCount();
            statistics.clear();
            trustee("&pageSize=200");
            assertEquals(few, statistics.getPrepareStatementCount());
        } finally {
            statistics.setStatisticsEnabled(false);
        }
    }

    private static ValidatableResponse leader(String query) {
        return As.trustLeader().get(OUTCOMES + query).then().statusCode(200);
    }

    private static ValidatableResponse trustee(String measure, String query) {
        return As.inTrust("trustee", "trustee")
                .get("/api/v1/outcomes?measureCode=" + measure + query)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse trustee(String query) {
        return As.inTrust("trustee", "trustee").get(OUTCOMES + query).then().statusCode(200);
    }

    private static void computed(int urn, String group, int pupils, int met) {
        Given.run(
                "insert into outcome (school_urn, measure_code, academic_year, assessment_point, cohort, pupil_group, source,"
                        + " value, numerator, denominator, cohort_size, counted, coverage, result_status, dated)"
                        + " values (?, 'KS2_RWM_EXP', 2024, 'summer', '6', ?, 'computed', ?, ?, ?, ?, ?, 1, 'provisional', date '2025-07-04')"
                        + " on conflict do nothing",
                urn,
                group,
                BigDecimal.valueOf(100L * met).divide(BigDecimal.valueOf(pupils), 6, java.math.RoundingMode.HALF_UP),
                met,
                pupils,
                pupils,
                pupils);
    }

    private static void average(int urn, int pupils, int mean) {
        Given.run(
                "insert into outcome (school_urn, measure_code, academic_year, assessment_point, cohort, pupil_group, source,"
                        + " value, cohort_size, counted, coverage, result_status, dated)"
                        + " values (?, 'KS2_READ_AVG', 2024, 'summer', '6', 'ALL', 'computed', ?, 30, ?, 1, 'provisional', date '2025-07-04')",
                urn,
                mean,
                pupils);
    }

    private static void absence(int urn, String point, int pupils) {
        Given.run(
                "insert into outcome (school_urn, measure_code, academic_year, assessment_point, cohort, pupil_group, source,"
                        + " value, numerator, denominator, cohort_size, counted, coverage, result_status, dated)"
                        + " values (?, 'ATT_OVERALL_ABSENCE', 2024, ?, 'ALL', 'ALL', 'computed', 5, 5, 100, ?, ?, 1, 'provisional', date '2025-03-31')",
                urn,
                point,
                pupils,
                pupils);
    }
}
