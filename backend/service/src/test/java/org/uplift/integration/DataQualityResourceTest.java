package org.uplift.integration;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.UpliftTest;

@UpliftTest
class DataQualityResourceTest {
    private static final String PATH = "/api/v1/data-quality";

    @BeforeEach
    void schools() {
        Given.school(900001);
        Given.school(900002);
        Given.school(900009, "Not ours", "REGISTER");
    }

    private static ValidatableResponse school() {
        return As.head(900001).get(PATH).then().statusCode(200);
    }

    @Test
    void whoLooksAfterTheDataAndLeadersSeeIt() {
        As.anonymous().get(PATH).then().statusCode(401);
        As.administrator().get(PATH).then().statusCode(403);
        As.inSchool("committee", "committee-member", 900001).get(PATH).then().statusCode(403);
        school().body("results.schoolUrn", contains(900001));
        As.head(900001).get(PATH + "?schoolUrn=900002").then().statusCode(200).body("results", empty());
        As.dataManager()
                .get(PATH)
                .then()
                .statusCode(200)
                .body("results.schoolUrn", contains(900001, 900002))
                .body("paging.totalResults", equalTo(2));
        As.trustLeader().get(PATH + "?page=2&pageSize=1").then().body("results.schoolUrn", contains(900002));
        As.trustLeader().get(PATH + "?schoolUrn=900002").then().body("results.schoolUrn", contains(900002));
    }

    @Test
    void aSchoolWithoutDataSaysSo() {
        school().body(
                        "results[0].kinds.kind",
                        contains("pupils", "assessment-results", "attendance", "suspensions", "measure-values"))
                .body("results[0].kinds[0].years", hasSize(2))
                .body("results[0].kinds[0].years[0].rows", equalTo(0))
                .body("results[0].kinds[0].years[0].lastPushAt", nullValue())
                .body("results[0].completeness", empty())
                .body("results[0].contacts", empty());
    }

    @Test
    void itTellsWhatCameFromWhereAndWhomToAsk() {
        IntegrationResourceTest.register(IntegrationResourceTest.arbor(900001)).statusCode(201);
        IntegrationResourceTest.push("pupils", 900001).body("rows[0].outcome", equalTo("created"));
        IntegrationResourceTest.push("pupils", 900001).body("rows[0].outcome", equalTo("unchanged"));
        school().body("results[0].kinds[0].years.find { it.academicYear == '2025/2026' }.rows", equalTo(1))
                .body("results[0].kinds[0].years.find { it.academicYear == '2025/2026' }.lastPushAt", notNullValue())
                .body("results[0].kinds[0].years.find { it.academicYear == '2025/2026' }.lastPushBy", equalTo("Arbor"))
                .body("results[0].kinds[0].expectedEveryDays", equalTo(7))
                .body("results[0].kinds[0].late", equalTo(false))
                .body("results[0].contacts[0].integration", equalTo("Arbor"))
                .body("results[0].contacts[0].contactEmail", equalTo("desk@example.org"))
                .body("results[0].contacts[0].kinds", contains("attendance", "pupils"));
        Given.run("update integration set registered_at = registered_at - interval '8 days'");
        Given.run("update delivery set at = at - interval '8 days'");
        school().body("results[0].kinds[0].late", equalTo(true)).body("results[0].kinds[2].late", equalTo(false));
        As.head(900002).get(PATH).then().body("results[0].contacts", empty());
    }

    @Test
    void completenessIsThatOfTheMeasureThatMostPupilsMissRowsFor() {
        computed("KS2_READ_EXP", "0.9");
        computed("KS2_RWM_EXP", "0.8");
        school().body("results[0].completeness.measureCode", contains("KS2_RWM_EXP"))
                .body("results[0].completeness[0].eligible", equalTo(30))
                .body("results[0].completeness[0].complete", equalTo(24))
                .body("results[0].completeness[0].cohort", equalTo("6"));
    }

    @Test
    void rowsThatWaitAreCountedByTheReason() {
        IntegrationResourceTest.register(IntegrationResourceTest.arbor(900001)).statusCode(201);
        IntegrationResourceTest.pushAttendance(900001).statusCode(200).body("counts.quarantined", equalTo(1));
        school().body("results[0].kinds[2].waiting.code", contains("unknown-pupil"))
                .body("results[0].kinds[2].waiting.rows", contains(1))
                .body("results[0].kinds[2].years[0].lastPushAt", nullValue());
    }

    private static void computed(String measure, String coverage) {
        Given.run(
                "insert into outcome (school_urn, measure_code, academic_year, assessment_point, cohort, pupil_group, source,"
                        + " value, cohort_size, coverage, result_status, dated) values (900001, ?,"
                        + " extract(year from current_date - interval '8 months')::int, 'summer', '6', 'ALL', 'computed', 50, 30,"
                        + " cast(? as numeric), 'final', current_date)",
                measure,
                coverage);
    }
}
