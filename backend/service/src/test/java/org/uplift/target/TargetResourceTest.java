package org.uplift.target;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.UpliftTest;

@UpliftTest
class TargetResourceTest {
    private static final String PATCH = "application/merge-patch+json";

    /** Due in the past, so that every actual of the year counts whenever the test runs. */
    private static final String READING = """
            {"measureCode": "KS2_RWM_EXP", "cohort": "6", "pupilGroup": "ALL", "baselineValue": 60.0,
             "baselineDate": "2024-09-01", "targetValue": 70.0, "dueDate": "2025-07-31",
             "dueAcademicYear": "2024/2025", "dueAssessmentPoint": "summer",
             "trajectory": [{"date": "2024-12-31", "value": 62.0}, {"date": "2025-03-31", "value": 66.0}]}""";

    private String priority;

    @BeforeEach
    void priority() {
        Given.school(900001);
        Given.school(900002);
        String cycle = post(As.head(900001), "/api/v1/cycles", "{\"schoolUrn\":900001,\"academicYear\":\"2024/2025\"}")
                .statusCode(201)
                .extract()
                .path("id");
        priority = post(As.head(900001), "/api/v1/cycles/" + cycle + "/priorities", "{\"title\":\"Reading\"}")
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static ValidatableResponse post(RequestSpecification as, String path, String body) {
        return as.contentType("application/json").body(body).post(path).then();
    }

    private static ValidatableResponse patch(RequestSpecification as, String id, String tag, String body) {
        return as.contentType(PATCH)
                .header("If-Match", tag)
                .body(body)
                .patch("/api/v1/targets/" + id)
                .then();
    }

    private static ValidatableResponse get(String id) {
        return As.head(900001).get("/api/v1/targets/" + id).then().statusCode(200);
    }

    private String list() {
        return "/api/v1/priorities/" + priority + "/targets";
    }

    private String target(String body) {
        return post(As.head(900001), list(), body).statusCode(201).extract().path("id");
    }

    private static void outcome(String group, String point, String date, String value, int cohortSize) {
        Given.run(
                "insert into outcome (school_urn, measure_code, academic_year, assessment_point, cohort, pupil_group,"
                        + " source, value, cohort_size, coverage, result_status, dated)"
                        + " values (900001, 'KS2_RWM_EXP', 2024, ?, '6', ?, 'computed', ?, ?, 1, 'provisional', ?)",
                point,
                group,
                new BigDecimal(value),
                cohortSize,
                LocalDate.parse(date));
    }

    private static void absence(String point, String date, String value, String coverage) {
        Given.run(
                "insert into outcome (school_urn, measure_code, academic_year, assessment_point, cohort, pupil_group,"
                        + " source, value, cohort_size, coverage, result_status, dated)"
                        + " values (900001, 'ATT_PERSISTENT_ABSENCE', 2024, ?, 'ALL', 'ALL', 'computed', ?, 210, ?, 'provisional', ?)",
                point,
                new BigDecimal(value),
                new BigDecimal(coverage),
                LocalDate.parse(date));
    }

    private void isRefused(int status, Supplier<RequestSpecification> as, String id) {
        post(as.get(), list(), READING).statusCode(status);
        post(as.get(), "/api/v1/targets/" + id + "/notes", "{\"text\":\"Seen\"}")
                .statusCode(status);
        patch(as.get(), id, "\"0\"", "{\"targetValue\":71}").statusCode(status);
        as.get()
                .header("If-Match", "\"0\"")
                .delete("/api/v1/targets/" + id)
                .then()
                .statusCode(status);
    }

    private void isUnreadable(int status, Supplier<RequestSpecification> as, String id) {
        as.get().get(list()).then().statusCode(status);
        as.get().get("/api/v1/targets/" + id).then().statusCode(status);
        for (String part : List.of("/series", "/history", "/forecast", "/notes")) {
            as.get().get("/api/v1/targets/" + id + part).then().statusCode(status);
        }
    }

    @Test
    void thoseWhoMayNotAreRefused() {
        String id = target(READING);
        isRefused(401, As::anonymous, id);
        isUnreadable(401, As::anonymous, id);
        isRefused(404, () -> As.head(900002), id);
        isUnreadable(404, () -> As.head(900002), id);
        isRefused(403, As::dataManager, id);
        isUnreadable(403, As::dataManager, id);
        isRefused(403, () -> As.inTrust("trustee", "trustee"), id);
        isUnreadable(200, () -> As.inTrust("trustee", "trustee"), id);
        Given.person("both");
        Given.schoolMembership("both", "school-leader", 900002);
        Given.schoolMembership("both", "system-leader", 900001);
        isRefused(403, () -> As.user("both", "school-leader", "system-leader"), id);
        isUnreadable(200, () -> As.user("both", "school-leader", "system-leader"), id);
    }

    @Test
    void aTargetIsSetAndRead() {
        String id = post(As.head(900001), list(), READING)
                .statusCode(201)
                .header("ETag", "\"0\"")
                .header("Location", containsString("/api/v1/targets/"))
                .body("priorityId", equalTo(priority))
                .body("schoolUrn", equalTo(900001))
                .body("measureCode", equalTo("KS2_RWM_EXP"))
                .body("measureLabel", containsString("Reading"))
                .body("baselineValue", equalTo(60.0f))
                .body("dueAcademicYear", equalTo("2024/2025"))
                .body("dueAssessmentPoint", equalTo("summer"))
                .body("trajectory.date", contains("2024-12-31", "2025-03-31"))
                .body("trajectory.value", contains(62.0f, 66.0f))
                .body("status", equalTo("no-data"))
                .body("statusReason", containsString("no actual after the baseline"))
                .body("latestActual", nullValue())
                .extract()
                .path("id");
        get(id).header("ETag", startsWith("\"0-")).body("id", equalTo(id));
        post(As.head(900001), list(), READING).statusCode(409);
    }

    @Test
    void aGroupIsCalledByItsNameInSentences() {
        String id = post(As.head(900001), list(), READING.replace("\"ALL\"", "\"DISADVANTAGED\""))
                .statusCode(201)
                .body("statusReason", containsString(" (Disadvantaged): there is no actual"))
                .body("statusReason", not(containsString("DISADVANTAGED")))
                .extract()
                .path("id");
        As.head(900001)
                .get("/api/v1/activity?subject=target&subjectId=" + id)
                .then()
                .body("results.summary", contains(endsWith(" (Disadvantaged) by 31 July 2025")));
    }

    @Test
    void whatIsNotSaidFollowsFromTheDueDate() {
        post(As.head(900001), list(), """
                        {"measureCode": "KS2_MAT_EXP", "cohort": "6", "pupilGroup": "ALL", "baselineValue": 60,
                         "baselineDate": "2024-09-01", "targetValue": 70, "dueDate": "2025-07-31"}""")
                .statusCode(201)
                .body("dueAcademicYear", equalTo("2024/2025"))
                .body("dueAssessmentPoint", equalTo("summer"))
                .body("trajectory", hasSize(0));
    }

    @Test
    void theStatusFollowsTheActuals() {
        String id = target(READING);
        outcome("ALL", "autumn", "2024-12-31", "61.5", 30);
        outcome("ALL", "spring", "2025-02-14", "63.5", 30);
        outcome("ALL", "summer", "2025-07-31", "69.9", 30);
        get(id).body("status", equalTo("missed"))
                .body("statusReason", containsString("69.9 on 31 July 2025"))
                .body("statusReason", containsString("70.0"))
                .body("latestActual.date", equalTo("2025-07-31"))
                .body("latestActual.value", equalTo(69.9f))
                .body("latestActual.display", equalTo("69.9"))
                .body("latestActual.resultStatus", equalTo("provisional"))
                .body("expected", equalTo(70.0f))
                .body("tolerance", equalTo(1.0f))
                .body("direction", equalTo("rising"));
        Given.run("update outcome set value = 70 where assessment_point = 'summer'");
        get(id).body("status", equalTo("achieved"));
        Given.run("update outcome set coverage = 0.9 where assessment_point = 'summer'");
        get(id).body("status", equalTo("on-track"));
        Given.run("delete from outcome where assessment_point = 'summer'");
        get(id).body("status", equalTo("no-data")).body("statusReason", containsString("result overdue"));
        As.head(900001)
                .get("/api/v1/targets/" + id + "/series")
                .then()
                .statusCode(200)
                .body("date", contains("2024-12-31", "2025-02-14"))
                .body("value", contains(61.5f, 63.5f))
                .body("resultStatus", contains("provisional", "provisional"))
                .body("cohortSize", contains(30, 30));
    }

    /** Lower is better, of the whole school, from the start of the year: the last term decides once it is over. */
    @Test
    void absenceIsAimedAtLikeAnyMeasure() {
        String id = target("""
                {"measureCode": "ATT_PERSISTENT_ABSENCE", "cohort": "ALL", "pupilGroup": "ALL", "baselineValue": 20.0,
                 "baselineDate": "2024-09-01", "targetValue": 15.0, "dueDate": "2025-08-31",
                 "dueAcademicYear": "2024/2025", "dueAssessmentPoint": "summer"}""");
        absence("autumn", "2024-12-31", "18.0", "1");
        absence("spring", "2025-03-02", "17.9", "0.7");
        absence("summer", "2025-05-10", "16.9", "0.3");
        get(id).body("status", equalTo("at-risk"))
                .body("statusReason", containsString("less than 95 % of the pupils"))
                .body("latestActual.date", equalTo("2025-05-10"));
        Given.run(
                "update outcome set dated = date '2025-07-31', coverage = 1, value = 14.9 where assessment_point = 'summer'");
        get(id).body("status", equalTo("achieved"));
    }

    @Test
    void whereASmallGroupIsHiddenTheStatusTellsNothing() {
        String id = target(READING.replace("\"ALL\"", "\"DISADVANTAGED\""));
        outcome("ALL", "summer", "2025-07-31", "80.0", 30);
        outcome("DISADVANTAGED", "summer", "2025-07-31", "75.0", 4);
        outcome("NOT_DISADVANTAGED", "summer", "2025-07-31", "80.8", 26);
        get(id).body("status", equalTo("achieved"));
        RequestSpecification trustee = As.inTrust("trustee", "trustee");
        trustee.get("/api/v1/targets/" + id)
                .then()
                .statusCode(200)
                .body("status", equalTo("no-data"))
                .body("statusReason", containsString("suppressed"))
                .body("latestActual", nullValue())
                .body("expected", nullValue());
        As.inTrust("trustee", "trustee").get(list()).then().statusCode(200).body("results.status", contains("no-data"));
        As.inTrust("trustee", "trustee")
                .get("/api/v1/targets/" + id + "/series")
                .then()
                .statusCode(200)
                .body("symbol", contains("c"))
                .body("[0].value", nullValue())
                .body("[0].cohortSize", nullValue());
    }

    @Test
    void theListHasThemByDueDate() {
        target(READING.replace("2025-07-31", "2025-07-30").replace("\"ALL\"", "\"MALE\""));
        target(READING);
        target(READING.replace("KS2_RWM_EXP", "KS2_MAT_EXP").replace("2025-07-31", "2025-06-30"));
        outcome("ALL", "summer", "2025-07-31", "71", 30);
        As.head(900001)
                .get(list())
                .then()
                .statusCode(200)
                .body("results.dueDate", contains("2025-06-30", "2025-07-30", "2025-07-31"))
                .body("results.status", contains("no-data", "no-data", "achieved"))
                .body("paging.totalResults", equalTo(3));
        As.head(900001).get(list() + "?pageSize=1&page=3").then().body("results.status", contains("achieved"));
        As.head(900001).get(list() + "?pageSize=500").then().statusCode(422);
    }

    @Test
    void theHistoryFollowsTheActuals() {
        String id = target(READING);
        outcome("ALL", "autumn", "2024-12-31", "60.9", 30);
        outcome("ALL", "spring", "2025-02-14", "64.5", 30);
        outcome("ALL", "summer", "2025-07-31", "69.9", 30);
        As.head(900001)
                .get("/api/v1/targets/" + id + "/history")
                .then()
                .statusCode(200)
                .body("results.status", contains("missed", "missed", "on-track", "off-track"))
                .body("results[1].date", equalTo("2025-07-31"))
                .body("results[2].latestActual.value", equalTo(64.5f))
                .body("results[2].expected", equalTo(64))
                .body("results[3].statusReason", containsString("60.9 on 31 December 2024, expected 62.0"))
                .body("basis", containsString("as they are now"));
    }

    @Test
    void theForecastSaysWhyThereIsNone() {
        String id = target(READING);
        As.head(900001)
                .get("/api/v1/targets/" + id + "/forecast")
                .then()
                .statusCode(200)
                .body("date", equalTo("2025-07-31"))
                .body("value", nullValue())
                .body("days", hasSize(0))
                .body("sentence", containsString("due date has passed"));
    }

    @Test
    void theForecastLeadsToTheDueDate() {
        int next = LocalDate.now().getYear() + 1;
        String id = target("""
                {"measureCode": "KS2_RWM_EXP", "cohort": "6", "pupilGroup": "ALL", "baselineValue": 60.0,
                 "baselineDate": "2024-09-01", "targetValue": 70.0, "dueDate": "%d-12-31"}""".formatted(next));
        outcome("ALL", "autumn", "2024-12-31", "61", 30);
        outcome("ALL", "spring", "2025-02-14", "62", 30);
        As.head(900001)
                .get("/api/v1/targets/" + id + "/forecast")
                .then()
                .statusCode(200)
                .body("date", equalTo(next + "-12-31"))
                .body("points", equalTo(3))
                .body("days", hasSize(9))
                .body("days[0].date", equalTo("2025-02-14"))
                .body("sentence", startsWith("On the way so far it would be about "));
        outcome("MALE", "spring", "2025-02-14", "62", 4);
        Given.run("update outcome set cohort_size = 4 where pupil_group = 'ALL'");
        As.inTrust("trustee", "trustee")
                .get("/api/v1/targets/" + id + "/forecast")
                .then()
                .statusCode(200)
                .body("value", nullValue())
                .body("days", hasSize(0))
                .body("sentence", containsString("suppressed"));
    }

    private void isInvalid(String body, String path) {
        post(As.head(900001), list(), body).statusCode(422).body("errors.path", hasItem(path));
    }

    @Test
    void whatIsNotATargetIsInvalid() {
        isInvalid("{}", "/measureCode");
        isInvalid(READING.replace("KS2_RWM_EXP", "KS9"), "/measureCode");
        isInvalid(READING.replace("\"6\"", "\"14\""), "/cohort");
        isInvalid(READING.replace("\"ALL\"", "\"TALL\""), "/pupilGroup");
        isInvalid(READING.replace("60.0", "-1"), "/baselineValue");
        isInvalid(READING.replace("70.0", "170.0"), "/targetValue");
        isInvalid(READING.replace("70.0", "70.12345678"), "/targetValue");
        isInvalid(READING.replace("70.0", "\"high\""), "/targetValue");
        isInvalid(READING.replace("2025-07-31", "2024-09-01"), "/dueDate");
        isInvalid(READING.replace("2025-07-31", "31 July"), "/dueDate");
        isInvalid(READING.replace("2024/2025", "2030/2031"), "/dueAcademicYear");
        isInvalid(READING.replace("2024/2025", "24/25"), "/dueAcademicYear");
        isInvalid(READING.replace("summer", "winter"), "/dueAssessmentPoint");
        isInvalid(READING.replace("2025-03-31", "2026-03-31"), "/trajectory/1/date");
        isInvalid(READING.replace("2025-03-31", "2024-12-31"), "/trajectory/1/date");
        isInvalid(READING.replace("66.0", "166.0"), "/trajectory/1/value");
        isInvalid(READING.replace("66.0", "null"), "/trajectory/1/value");
        isInvalid(READING.replace("\"trajectory\"", "\"status\":\"achieved\",\"trajectory\""), "/status");
    }

    @Test
    void aTargetIsChangedOnThePresentVersionOnly() {
        String id = target(READING);
        As.head(900001)
                .contentType(PATCH)
                .body("{\"targetValue\":71}")
                .patch("/api/v1/targets/" + id)
                .then()
                .statusCode(428);
        patch(As.head(900001), id, "\"5\"", "{\"targetValue\":71}")
                .statusCode(412)
                .body("current.targetValue", equalTo(70.0f));
        patch(
                        As.head(900001),
                        id,
                        "\"0\"",
                        "{\"targetValue\":71.5,\"narrative\":\"Agreed\",\"trajectory\":[{\"date\":\"2025-03-31\",\"value\":65}]}")
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("targetValue", equalTo(71.5f))
                .body("trajectory.date", contains("2025-03-31"))
                .body("baselineValue", equalTo(60.0f));
        patch(As.head(900001), id, "\"1\"", "{\"trajectory\":null}")
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("trajectory", hasSize(0));
        patch(As.head(900001), id, "\"2\"", "{\"dueDate\":\"2024-01-01\"}")
                .statusCode(422)
                .body("errors.path", hasItem("/dueDate"));
        patch(As.head(900001), id, "\"2\"", "{\"status\":\"achieved\"}")
                .statusCode(422)
                .body("errors[0].code", equalTo("unknown-field"));
        As.head(900001)
                .get("/api/v1/activity?subject=target&subjectId=" + id)
                .then()
                .statusCode(200)
                .body("results", hasSize(3))
                .body("results[1].changes.field", contains("targetValue", "trajectory", "narrative"))
                .body("results[1].changes[0].before", equalTo("70.0"))
                .body("results[1].changes[0].after", equalTo("71.5"));
    }

    @Test
    void notesAreAddedAndStay() {
        String id = target(READING);
        String notes = "/api/v1/targets/" + id + "/notes";
        post(As.head(900001), notes, "{\"text\":\" Two pupils have joined. \"}")
                .statusCode(201)
                .body("text", equalTo("Two pupils have joined."))
                .body("author", equalTo("Account head.900001"))
                .body("at", startsWith("20"));
        for (int sent = 0; sent < 2; sent++) {
            post(As.trustLeader().header("Idempotency-Key", "left"), notes, "{\"text\":\"One has left.\"}")
                    .statusCode(201)
                    .header("ETag", "\"0\"");
        }
        post(As.head(900001), notes, "{\"text\":\" \"}").statusCode(422).body("errors.path", hasItem("/text"));
        As.head(900001)
                .get(notes)
                .then()
                .statusCode(200)
                .body("results.text", contains("One has left.", "Two pupils have joined."))
                .body("results.author", contains("Account trust.leader", "Account head.900001"))
                .body("paging.totalResults", equalTo(2));
        get(id).body("narrative", equalTo("One has left.")).body("version", equalTo(0));
        As.head(900001)
                .get("/api/v1/activity?subject=target&subjectId=" + id)
                .then()
                .body("results[0].summary", startsWith("added a note to the target of 70.0"))
                .body("results[0].changes[0].after", equalTo("One has left."));
        assertThrows(SQLException.class, () -> asApplication("update target_note set text = 'Otherwise'"));
        assertThrows(SQLException.class, () -> asApplication("delete from target_note"));
    }

    private static void asApplication(String sql) throws SQLException {
        try (Connection application = Given.withoutIdentity();
                Statement statement = application.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Who still sends a narrative adds a note by it, and takes none away. */
    @Test
    void aNarrativeIsANote() {
        String id = target(READING.replace("\"trajectory\"", "\"narrative\":\"Agreed\",\"trajectory\""));
        String notes = "/api/v1/targets/" + id + "/notes";
        get(id).body("narrative", equalTo("Agreed"));
        patch(As.head(900001), id, "\"0\"", "{\"targetValue\":71,\"narrative\":\"Agreed\"}")
                .statusCode(200);
        patch(As.head(900001), id, "*", "{\"narrative\":null}").statusCode(200);
        As.head(900001).get(notes).then().body("results.text", contains("Agreed"));
        patch(As.head(900001), id, "*", "{\"narrative\":\"Agreed again\"}")
                .statusCode(200)
                .body("narrative", equalTo("Agreed again"));
        As.head(900001).get(notes).then().body("results.text", contains("Agreed again", "Agreed"));
    }

    @Test
    void twoTargetsNeverBecomeOne() {
        target(READING);
        String other = target(READING.replace("\"ALL\"", "\"MALE\""));
        patch(As.head(900001), other, "\"0\"", "{\"pupilGroup\":\"ALL\"}").statusCode(409);
    }

    @Test
    void aTargetIsDeletedOnThePresentVersionOnly() {
        String id = target(READING);
        String address = "/api/v1/targets/" + id;
        As.head(900001).delete(address).then().statusCode(428);
        As.head(900001).header("If-Match", "\"4\"").delete(address).then().statusCode(412);
        As.head(900001).header("If-Match", "\"0\"").delete(address).then().statusCode(204);
        As.head(900001).get(address).then().statusCode(404);
        As.head(900001)
                .get("/api/v1/activity?subject=target")
                .then()
                .body("results[0].summary", containsString("deleted the target"));
    }

    @Test
    void inAClosedCycleNothingChanges() {
        String id = target(READING);
        Given.run("update cycle set stage = 'CLOSED'");
        post(As.head(900001), list(), READING.replace("\"ALL\"", "\"MALE\"")).statusCode(409);
        patch(As.head(900001), id, "\"0\"", "{\"targetValue\":71}").statusCode(409);
        As.head(900001)
                .header("If-Match", "\"0\"")
                .delete("/api/v1/targets/" + id)
                .then()
                .statusCode(409);
        post(As.head(900001), "/api/v1/targets/" + id + "/notes", "{\"text\":\"Late\"}")
                .statusCode(409);
        get(id).body("targetValue", equalTo(70.0f));
    }

    @Test
    void theTrustAsAWholeHasNoActualsOfItsOwn() {
        String cycle = post(As.trustLeader(), "/api/v1/cycles", "{\"academicYear\":\"2024/2025\"}")
                .extract()
                .path("id");
        String own = post(As.trustLeader(), "/api/v1/cycles/" + cycle + "/priorities", "{\"title\":\"Reading\"}")
                .extract()
                .path("id");
        String id = post(As.trustLeader(), "/api/v1/priorities/" + own + "/targets", READING)
                .statusCode(201)
                .body("schoolUrn", nullValue())
                .body("status", equalTo("no-data"))
                .extract()
                .path("id");
        As.trustLeader()
                .get("/api/v1/targets/" + id + "/series")
                .then()
                .statusCode(200)
                .body("", hasSize(0));
        As.head(900001).get("/api/v1/targets/" + id).then().statusCode(404);
        As.trustLeader().get("/api/v1/targets/" + UUID.randomUUID()).then().statusCode(404);
    }
}
