package org.uplift.inspection;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.UpliftTest;

@UpliftTest
class InspectionResourceTest {
    private static final int SCHOOL = 900301;
    private static final int BEFORE_IT = 900391;
    private static final int OTHER = 900302;
    private static final String PREDECESSOR =
            "insert into school_link (school_urn, linked_urn, kind) values (?, ?, 'PREDECESSOR')";
    private static final String TIMELINE = "/api/v1/schools/" + SCHOOL + "/inspections";

    @Inject
    EntityManagerFactory entities;

    @BeforeEach
    void givenASchoolThatJoinedIn2021() {
        Given.school(SCHOOL);
        Given.school(OTHER);
        Given.school(BEFORE_IT);
        Given.run("update school set joined_on = date '2021-09-01' where urn = ?", SCHOOL);
    }

    @Test
    void nobodyIsToldWithoutAToken() {
        String id = siams("2024-03-05", "j1");
        As.anonymous().get(TIMELINE).then().statusCode(401);
        As.anonymous().get("/api/v1/inspections/" + id).then().statusCode(401);
        As.anonymous().get("/api/v1/inspection-frameworks").then().statusCode(401);
        As.anonymous()
                .contentType("application/json")
                .body("{}")
                .post(TIMELINE)
                .then()
                .statusCode(401);
        As.anonymous()
                .contentType("application/merge-patch+json")
                .body("{}")
                .patch("/api/v1/inspections/" + id)
                .then()
                .statusCode(401);
    }

    @Test
    void anotherSchoolIsNotFound() {
        String id = siams("2024-03-05", "j1");
        otherHead().get(TIMELINE).then().statusCode(404);
        otherHead().get("/api/v1/inspections/" + id).then().statusCode(404);
        otherData()
                .contentType("application/json")
                .body(siamsBody("2023-05-05", "j2"))
                .post(TIMELINE)
                .then()
                .statusCode(404);
        patch(otherData(), id, "\"0\"", Map.of("webLink", "https://siams.example/1"))
                .then()
                .statusCode(404);
        otherHead()
                .get("/api/v1/activity?schoolUrn=" + SCHOOL)
                .then()
                .statusCode(200)
                .body("results", hasSize(0));
    }

    @Test
    void seeingASchoolIsNotSeeingItsInspections() {
        Given.schoolMembership("two.roles", "school-leader", OTHER);
        Given.schoolMembership("two.roles", "safeguarding-lead", SCHOOL);
        RequestSpecification both = As.user("two.roles", "school-leader", "safeguarding-lead");
        both.get("/api/v1/schools/" + SCHOOL).then().statusCode(200);
        As.user("two.roles", "school-leader", "safeguarding-lead")
                .get(TIMELINE)
                .then()
                .statusCode(404);
    }

    @Test
    void whoMayReadMayNotRecord() {
        String id = siams("2024-03-05", "j1");
        head().get(TIMELINE).then().statusCode(200);
        head().contentType("application/json")
                .body(siamsBody("2023-05-05", "j2"))
                .post(TIMELINE)
                .then()
                .statusCode(403);
        patch(head(), id, "\"0\"", Map.of("webLink", "https://siams.example/1"))
                .then()
                .statusCode(403);
        analyst().get(TIMELINE).then().statusCode(403);
        analyst().get("/api/v1/inspection-frameworks").then().statusCode(403);
    }

    @Test
    void aSiamsInspectionIsRecordedWithItsActivity() {
        String id = siams("2024-03-05", "J1");
        head().get(TIMELINE)
                .then()
                .statusCode(200)
                .body("paging.totalResults", equalTo(1))
                .body("results[0].id", equalTo(id))
                .body("results[0].schoolUrn", equalTo(SCHOOL))
                .body("results[0].inspectedUrn", equalTo(SCHOOL))
                .body("results[0].framework", equalTo("siams"))
                .body("results[0].inspectionType", equalTo("section-48"))
                .body("results[0].startDate", equalTo("2024-03-05"))
                .body("results[0].joined", equalTo("after"))
                .body("results[0].predecessor", equalTo(false))
                .body("results[0].overallEffectiveness", nullValue())
                .body("results[0].judgements.grade", contains("j1"))
                .body("results[0].judgements.gradeLabel", contains("J1"))
                .body("results[0].source", equalTo("recorded"));
        head().queryParam("subjectId", id)
                .get("/api/v1/activity")
                .then()
                .statusCode(200)
                .body("results.summary", contains("recorded the inspection of 5 March 2024"));
    }

    @Test
    void theSameInspectionIsNotRecordedTwice() {
        siams("2024-03-05", "j1");
        post(siamsBody("2024-03-05", "j2")).then().statusCode(409);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"framework\": \"ladder\"} | /framework | unknown-code",
                "{\"startDate\": null} | /startDate | not-null",
                "{\"startDate\": \"2999-01-01\"} | /startDate | in-future",
                "{\"inspectionType\": \"full\"} | /inspectionType | unknown-code",
                "{\"judgements\": [{\"area\": \"church-school\", \"grade\": \"good\"}]} | /judgements/0/grade | not-valid-then",
                "{\"judgements\": [{\"area\": \"spire\", \"grade\": \"j1\"}]} | /judgements/0/area | unknown-code",
                "{\"judgements\": [{\"area\": \"church-school\", \"grade\": \"j1\"}, {\"area\": \"church-school\", \"grade\": \"j2\"}]} | /judgements/1/area | duplicate",
                "{\"safeguarding\": \"met\"} | /safeguarding | unknown-code",
                "{\"endDate\": \"2024-03-04\"} | /endDate | before-start",
                "{\"webLink\": \"javascript:alert(1)\"} | /webLink | pattern",
                "{\"inspectedUrn\": 900399} | /inspectedUrn | not-a-predecessor",
                "{\"framework\": \"graded-judgements\", \"inspectionType\": \"graded\", \"judgements\": [], \"startDate\": \"2024-09-02\", \"overallEffectiveness\": \"2\"} | /overallEffectiveness | no-overall-effectiveness",
                "{\"framework\": \"report-card\", \"inspectionType\": \"full\", \"judgements\": [], \"startDate\": \"2025-11-09\"} | /startDate | framework-not-valid",
                "{\"framework\": \"report-card\", \"inspectionType\": \"full\", \"startDate\": \"2026-01-13\", \"judgements\": [{\"area\": \"inclusion\", \"grade\": \"urgent-improvement\"}]} | /categoryOfConcern | required"
            })
    void whatTheFrameworkDoesNotSayIsRefused(String changed, String path, String code) {
        Map<String, Object> body = new java.util.HashMap<>(siamsBody("2024-03-05", "j1"));
        body.putAll(io.restassured.path.json.JsonPath.from(changed).getMap(""));
        post(body)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors.findAll { it.path == '" + path + "' }.code", hasItem(code));
        leader().get(TIMELINE).then().body("results", hasSize(0));
    }

    @Test
    void correctingNeedsThePresentRevision() {
        String id = siams("2024-03-05", "j1");
        String tag = leader().get("/api/v1/inspections/" + id)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        patch(leader(), id, null, Map.of("publicationDate", "2024-04-01"))
                .then()
                .statusCode(428);
        patch(
                        leader(),
                        id,
                        tag,
                        Map.of("judgements", java.util.List.of(Map.of("area", "church-school", "grade", "j2"))))
                .then()
                .statusCode(200)
                .body("judgements.grade", contains("j2"))
                .body("startDate", equalTo("2024-03-05"));
        patch(leader(), id, tag, Map.of("publicationDate", "2024-04-01"))
                .then()
                .statusCode(412)
                .body("current.judgements.grade", contains("j2"));
        patch(leader(), id, "*", Map.of("framework", "report-card")).then().statusCode(422);
        leader().queryParam("subjectId", id)
                .get("/api/v1/activity")
                .then()
                .body("results[0].summary", equalTo("corrected the inspection of 5 March 2024"))
                .body("results[0].changes.field", contains("judgements/church-school"));
    }

    @Test
    void readingAgainWithoutAChangeSendsNothing() {
        String id = siams("2024-03-05", "j1");
        String tag = leader().get("/api/v1/inspections/" + id).header("ETag");
        leader().header("If-None-Match", tag)
                .get("/api/v1/inspections/" + id)
                .then()
                .statusCode(304);
    }

    @Test
    void historyFollowsTheOneUrnThatTheSchoolHadBefore() {
        stored(BEFORE_IT, "2013-05-14", BEFORE_IT);
        Given.run("insert into inspection_judgement (inspection_id, school_urn, framework, area, grade)"
                + " select id, school_urn, framework, 'early-years', '2' from inspection");
        stored(SCHOOL, "2019-05-14", SCHOOL);
        head().get(TIMELINE).then().body("results.startDate", contains("2019-05-14"));
        Given.run("insert into school_link (school_urn, linked_urn, kind) values (" + SCHOOL + ", " + BEFORE_IT
                + ", 'PREDECESSOR')");
        head().get(TIMELINE)
                .then()
                .body("results.startDate", contains("2019-05-14", "2013-05-14"))
                .body("results[0].judgements", hasSize(0))
                .body("results[1].judgements.gradeLabel", contains("Good"))
                .body("results.predecessor", contains(false, true))
                .body("results.inspectedUrn", contains(SCHOOL, BEFORE_IT))
                .body("results.schoolUrn", contains(SCHOOL, SCHOOL))
                .body("results.joined", contains("before", "before"))
                .body("paging.totalResults", equalTo(2));
        String id = head().get(TIMELINE).path("results[1].id");
        head().get("/api/v1/inspections/" + id)
                .then()
                .statusCode(200)
                .body("schoolUrn", equalTo(SCHOOL))
                .body("predecessor", equalTo(true));
        leader().get("/api/v1/inspections/" + id).then().body("schoolUrn", equalTo(BEFORE_IT));
        otherHead().get("/api/v1/inspections/" + id).then().statusCode(404);
        otherHead().get("/api/v1/schools/" + BEFORE_IT + "/inspections").then().statusCode(404);
        Given.run("insert into school_link (school_urn, linked_urn, kind) values (" + SCHOOL
                + ", 900392, 'PREDECESSOR')");
        head().get(TIMELINE).then().body("results.startDate", contains("2019-05-14"));
        head().get("/api/v1/inspections/" + id).then().statusCode(404);
    }

    @Test
    void anInspectionKnownUnderBothUrnsIsToldOnce() {
        Given.run("insert into school_link (school_urn, linked_urn, kind) values (" + SCHOOL + ", " + BEFORE_IT
                + ", 'PREDECESSOR')");
        stored(BEFORE_IT, "2013-05-14", BEFORE_IT);
        stored(SCHOOL, "2013-05-14", null);
        head().get(TIMELINE)
                .then()
                .body("results.startDate", contains("2013-05-14"))
                .body("results.inspectedUrn", contains(BEFORE_IT))
                .body("results.predecessor", contains(true));
    }

    @Test
    void aSessionWithoutIdentityReadsNoInspection() throws SQLException {
        siams("2024-03-05", "j1");
        try (Connection nobody = Given.withoutIdentity();
                Statement statement = nobody.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select (select count(*) from inspection) + (select count(*) from inspection_judgement)")) {
            rows.next();
            assertEquals(0, rows.getInt(1));
        }
    }

    @Test
    void joinedIsUnknownWithoutADate() {
        Given.run("update school set joined_on = null where urn = ?", SCHOOL);
        stored(SCHOOL, "2019-05-14", SCHOOL);
        head().get(TIMELINE).then().body("results.joined", contains("unknown"));
    }

    @Test
    void pagesAreBoundedAndTakeAsManyStatementsAsOneEntry() {
        stored(SCHOOL, "2019-05-14", SCHOOL);
        long one = statements();
        for (int year = 1990; year < 2018; year++) {
            stored(SCHOOL, year + "-05-14", SCHOOL);
        }
        assertEquals(one, statements());
        head().queryParam("pageSize", 10)
                .queryParam("page", 3)
                .get(TIMELINE)
                .then()
                .body("results", hasSize(9))
                .body("results[0].startDate", equalTo("1998-05-14"))
                .body("paging.totalPages", equalTo(3))
                .body("paging.totalResults", equalTo(29));
        head().queryParam("page", 9)
                .get(TIMELINE)
                .then()
                .body("results", hasSize(0))
                .body("paging.totalResults", equalTo(29));
        head().queryParam("pageSize", 201).get(TIMELINE).then().statusCode(422);
    }

    @Test
    void frameworksTellTheirCodes() {
        head().get("/api/v1/inspection-frameworks")
                .then()
                .statusCode(200)
                .body("results.code", contains("graded-judgements", "report-card", "siams"))
                .body("results[1].grades.code", hasItem("exceptional"))
                .body(not(containsString("pattern")))
                .body("results[1].validFrom", equalTo("2025-11-10"))
                .body("results[1].overallEffectivenessUntil", nullValue())
                .body("results[0].overallEffectivenessUntil", equalTo("2024-09-01"))
                .body(
                        "results[0].ungradedOutcomes.findAll { it.impliedGrade != null }.label",
                        contains("School remains Outstanding", "School remains Good"));
    }

    private long statements() {
        Statistics statistics = entities.unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        statistics.clear();
        head().get(TIMELINE).then().statusCode(200);
        return statistics.getPrepareStatementCount();
    }

    private String siams(String day, String grade) {
        return post(siamsBody(day, grade))
                .then()
                .statusCode(201)
                .header("Location", notNullValue())
                .extract()
                .path("id");
    }

    private Response post(Map<String, ?> body) {
        return leader().contentType("application/json").body(body).post(TIMELINE);
    }

    private static Map<String, Object> siamsBody(String day, String grade) {
        return Map.of(
                "framework",
                "siams",
                "inspectionType",
                "section-48",
                "startDate",
                day,
                "judgements",
                java.util.List.of(Map.of("area", "church-school", "grade", grade)));
    }

    private static Response patch(RequestSpecification who, String id, String tag, Map<String, ?> body) {
        RequestSpecification request =
                who.contentType("application/merge-patch+json").body(body);
        return (tag == null ? request : request.header("If-Match", tag)).patch("/api/v1/inspections/" + id);
    }

    private static void stored(int school, String day, Integer inspected) {
        Given.run(
                "insert into inspection (id, school_urn, inspected_urn, framework, inspection_type, start_date,"
                        + " overall_effectiveness, source)"
                        + " values (gen_random_uuid(), ?, ?, 'graded-judgements', 'graded', cast(? as date), '2', 'OFSTED')",
                school,
                inspected,
                day);
    }

    private static RequestSpecification head() {
        return As.head(SCHOOL);
    }

    private static RequestSpecification otherHead() {
        return As.head(OTHER);
    }

    private static RequestSpecification leader() {
        return As.trustLeader();
    }

    private static RequestSpecification otherData() {
        return As.inSchool("data.of.other", "data-manager", OTHER);
    }

    private static RequestSpecification analyst() {
        return As.inTrust("analyst", "analyst");
    }
}
