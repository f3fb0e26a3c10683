package org.uplift.plan;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.Planned;
import org.uplift.testing.UpliftTest;

@UpliftTest
class CoverageTest {
    @Inject
    SessionFactory sessions;

    private String trust;
    private String priority;

    @BeforeEach
    void trust() {
        Given.school(900001, "Alder Primary", "IN_TRUST");
        Given.school(900002, "Beech Primary", "IN_TRUST");
        Given.school(900003, "Cedar Primary", "IN_TRUST");
        Given.school(900004, "Gone Primary", "LEFT");
        trust = Planned.cycle(As.trustLeader(), 0);
        priority = Planned.priority(As::trustLeader, trust, "Attendance");
    }

    private static RequestSpecification trustee() {
        return As.inTrust("trustee", "trustee");
    }

    private void carries(int urn) {
        String cycle = Planned.cycle(As.trustLeader(), urn);
        String own = Planned.priority(As::trustLeader, cycle, "Being here");
        Planned.target(As.trustLeader(), own, "ALL");
        As.trustLeader()
                .header("If-Match", "*")
                .contentType("application/merge-patch+json")
                .body("{\"contributesTo\":\"" + priority + "\"}")
                .patch("/api/v1/priorities/" + own)
                .then()
                .statusCode(200);
    }

    private long statements() {
        Statistics statistics = sessions.getStatistics();
        statistics.setStatisticsEnabled(true);
        statistics.clear();
        trustee().get("/api/v1/cycles/" + trust + "/coverage").then().statusCode(200);
        return statistics.getPrepareStatementCount();
    }

    @Test
    void itSaysWhoCarriesAPriorityAndWhoDoesNot() {
        carries(900001);
        trustee()
                .get("/api/v1/cycles/" + trust + "/coverage")
                .then()
                .statusCode(200)
                .body("priorities.title", contains("Attendance"))
                .body("priorities[0].carriedBy.schoolName", contains("Alder Primary"))
                .body("priorities[0].carriedBy[0].targets.noData", equalTo(1))
                .body("priorities[0].carriedBy[0].targets.onTrack", equalTo(0))
                .body("priorities[0].gaps.schoolName", contains("Beech Primary", "Cedar Primary"))
                .body("schools.schoolUrn", contains(900001, 900002, 900003))
                .body("schools[0].stage", equalTo("planning"))
                .body("schools[1].cycleId", nullValue());
    }

    @Test
    void moreSchoolsTakeNoMoreStatements() {
        carries(900001);
        long few = statements();
        carries(900002);
        carries(900003);
        assertEquals(few, statements());
    }

    @Test
    void itIsTheTrustsAndOnlyForItsOwnCycle() {
        As.head(900001).get("/api/v1/cycles/" + trust + "/coverage").then().statusCode(404);
        As.anonymous().get("/api/v1/cycles/" + trust + "/coverage").then().statusCode(401);
        As.dataManager().get("/api/v1/cycles/" + trust + "/coverage").then().statusCode(403);
        String own = Planned.cycle(As.head(900001), 900001);
        As.head(900001).get("/api/v1/cycles/" + own + "/coverage").then().statusCode(409);
        As.head(900001).get("/api/v1/cycles/" + own + "/suggestions").then().statusCode(409);
        trustee().get("/api/v1/cycles/" + trust + "/suggestions").then().statusCode(403);
        As.head(900001).get("/api/v1/cycles/" + trust + "/suggestions").then().statusCode(404);
    }

    @Test
    void whatSchoolsHaveInCommonIsSuggestedUntilItIsCarried() {
        for (int urn : new int[] {900001, 900002}) {
            String own = Planned.cycle(As.trustLeader(), urn);
            Planned.post(
                            As.trustLeader(),
                            "/api/v1/cycles/" + own + "/priorities",
                            "{\"title\":\"Books\",\"area\":\"Early reading\"}")
                    .statusCode(201);
            Planned.target(As.trustLeader(), Planned.priority(As::trustLeader, own, "Maths"), "ALL");
        }
        String address = "/api/v1/cycles/" + trust + "/suggestions";
        // The trust's own priority rests on KS2_RWM_EXP.
        As.trustLeader()
                .get(address)
                .then()
                .statusCode(200)
                .body("results.area", contains("Early reading"))
                .body("results[0].schools.priority", contains("Books", "Books"))
                .body("results[0].why", containsString("Alder Primary, Beech Primary"));
        Given.run("delete from evidence where priority_id = cast(? as uuid)", priority);
        As.trustLeader().get(address).then().body("results.measureCode", hasItem("KS2_RWM_EXP"));
        Planned.post(
                        As.trustLeader(),
                        "/api/v1/cycles/" + trust + "/priorities",
                        "{\"title\":\"Reading early\",\"area\":\"early reading\"}")
                .statusCode(201);
        As.trustLeader().get(address).then().body("results.area", not(hasItem("Early reading")));
    }

    @Test
    void whereSeveralSchoolsAreBelowEnglandIsSuggestedWithTheFigures() {
        Given.run(
                "insert into benchmark (area, area_code, measure_code, academic_year, assessment_point, pupil_group, value)"
                        + " values ('england', 0, 'KS2_MAT_EXP', 2024, 'summer', 'ALL', 73) on conflict do nothing");
        for (int urn : new int[] {900001, 900002, 900003}) {
            Given.run(
                    "insert into outcome (school_urn, measure_code, academic_year, assessment_point, cohort, pupil_group,"
                            + " source, value, result_status, dated) values (?, 'KS2_MAT_EXP', 2024, 'summer', '6', 'ALL',"
                            + " 'published', ?, 'final', '2025-07-31')",
                    urn,
                    urn == 900003 ? 80 : 60);
        }
        As.trustLeader()
                .get("/api/v1/cycles/" + trust + "/suggestions")
                .then()
                .statusCode(200)
                .body("results", hasSize(1))
                .body("results[0].kind", equalTo("below-england"))
                .body("results[0].measureCode", equalTo("KS2_MAT_EXP"))
                .body("results[0].why", containsString("Alder Primary 60 against 73, Beech Primary 60 against 73."))
                .body("results[0].schools.academicYear", contains("2024/2025", "2024/2025"));
    }
}
