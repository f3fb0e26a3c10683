package org.uplift.platform;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.http.ContentType;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.UpliftTest;

/** What is sent is taken as it is meant, or refused; it is never bent until it fits. */
@UpliftTest
class RequestTest {
    private static final String TARGET = """
            {"measureCode": "KS2_RWM_EXP", "cohort": "6", "pupilGroup": "ALL", "baselineValue": 60,
             "baselineDate": "2025-09-01", "targetValue": 70, "dueDate": "2026-07-31",
             "dueAcademicYear": "2025/2026", "dueAssessmentPoint": "summer"}""";

    private String cycle;

    @BeforeEach
    void aCycle() {
        Given.school(900001);
        cycle = post("/api/v1/cycles", "{\"schoolUrn\": 900001, \"academicYear\": \"2025/2026\"}", 201)
                .path("id");
    }

    private static io.restassured.response.Response post(String path, String body, int status) {
        return As.head(900001)
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then()
                .statusCode(status)
                .extract()
                .response();
    }

    private static void refused(String path, String body, String at) {
        post(path, body, 422).then().body("errors.path", contains(at));
    }

    @Test
    void aValueOfAnotherTypeIsRefused() {
        String priorities = "/api/v1/cycles/" + cycle + "/priorities";
        refused(priorities, "{\"title\": false}", "/title");
        refused(priorities, "{\"title\": 7}", "/title");
        refused(priorities, "{\"title\": \"Reading\", \"position\": 1.5}", "/position");
        refused(priorities, "{\"title\": \"Reading\", \"position\": \"1\"}", "/position");
        refused("/api/v1/cycles", "{\"schoolUrn\": \"900001\", \"academicYear\": \"2024/2025\"}", "/schoolUrn");
        String priority = post(priorities, "{\"title\": \"Reading\"}", 201).path("id");
        String targets = "/api/v1/priorities/" + priority + "/targets";
        refused(targets, TARGET.replace("\"2025-09-01\"", "20000"), "/baselineDate");
        refused(targets, TARGET.replace("\"2025-09-01\"", "\"2025-02-30\""), "/baselineDate");
        refused(targets, TARGET.replace(": 70", ": \"70\""), "/targetValue");
        post(targets, TARGET.replace("\"2025-09-01\"", "\"soon\""), 422)
                .then()
                .body("errors.message", contains("\"soon\" is not a date as 2026-07-14."));
        post(targets, TARGET.replace("2025/2026", "2025/2027"), 422)
                .then()
                .body("errors.path", contains("/dueAcademicYear"))
                .body("errors.message", contains("\"2025/2027\" is not an academic year; write it as 2025/2026."));
        post(targets, TARGET, 201);
    }

    @Test
    void aWrongValueInTheAddressIsToldByItsName() {
        for (String wrong : List.of("page=first", "pageSize=1.5", "page=-1", "pageSize=201", "sort=colour")) {
            As.head(900001)
                    .get("/api/v1/schools?" + wrong)
                    .then()
                    .statusCode(422)
                    .body("errors.path", contains("/" + wrong.split("=")[0]));
        }
        for (String wrong : List.of("personId=me", "schoolUrn=mine", "role=king")) {
            As.administrator()
                    .get("/api/v1/memberships?" + wrong)
                    .then()
                    .statusCode(422)
                    .body("errors.path", contains("/" + wrong.split("=")[0]));
        }
        As.administrator()
                .get("/api/v1/memberships?role=school-leader")
                .then()
                .statusCode(200)
                .body("paging.totalResults", equalTo(1));
    }

    @Test
    void aBodyThatIsNotThereIsTold() {
        for (String path : List.of(
                "/api/v1/cycles", "/api/v1/cycles/" + cycle + "/priorities", "/api/v1/cycles/" + cycle + "/stage")) {
            As.head(900001).contentType(ContentType.JSON).post(path).then().statusCode(422);
        }
        As.trustLeader()
                .contentType(ContentType.JSON)
                .post("/api/v1/schools/900001/inspections")
                .then()
                .statusCode(422);
        As.administrator()
                .contentType(ContentType.JSON)
                .post("/api/v1/memberships")
                .then()
                .statusCode(422);
        As.trustLeader()
                .contentType(MergePatch.MEDIA_TYPE)
                .header("If-Match", "*")
                .patch("/api/v1/schools/900001")
                .then()
                .statusCode(400);
    }

    @Test
    void anAddressSaysWhichMethodsItTakes() {
        As.head(900001)
                .put("/api/v1/cycles/" + cycle)
                .then()
                .statusCode(405)
                .header("Allow", equalTo("GET, HEAD, OPTIONS"))
                .body("type", equalTo("urn:uplift:problem:method-not-allowed"));
        As.head(900001)
                .delete("/api/v1/cycles")
                .then()
                .statusCode(405)
                .header("Allow", equalTo("GET, HEAD, OPTIONS, POST"));
        As.head(900001)
                .post("/api/v1/targets/" + UUID.randomUUID())
                .then()
                .statusCode(405)
                .header("Allow", equalTo("DELETE, GET, HEAD, OPTIONS, PATCH"));
    }

    @Test
    void yesAndNoAreTrueAndFalse() {
        As.head(900001)
                .get("/api/v1/cycles?trust=perhaps")
                .then()
                .statusCode(422)
                .body("errors.path", contains("/trust"));
        As.head(900001).get("/api/v1/cycles?trust=false").then().body("paging.totalResults", equalTo(1));
        As.dataManager()
                .contentType("text/csv")
                .header("Idempotency-Key", UUID.randomUUID())
                .body("URN\n")
                .post("/api/v1/ingest/schools?dryRun=1")
                .then()
                .statusCode(422)
                .body("errors.path", contains("/dryRun"));
    }

    @Test
    void notChangedMeansThatNothingOfItHasChanged() {
        String tag = As.head(900001).get("/api/v1/schools/900001").header("ETag");
        As.head(900001)
                .header("If-None-Match", tag)
                .get("/api/v1/schools/900001")
                .then()
                .statusCode(304);
        Given.run("insert into school_context (school_urn, academic_year, eal_percent) values (900001, 2025, 12.5)");
        As.head(900001)
                .header("If-None-Match", tag)
                .get("/api/v1/schools/900001")
                .then()
                .statusCode(200)
                .body("context", notNullValue());
        As.trustLeader()
                .header("If-Match", tag)
                .contentType(MergePatch.MEDIA_TYPE)
                .body("{}")
                .patch("/api/v1/schools/900001")
                .then()
                .statusCode(200);
        String path = "/api/v1/cycles/" + cycle;
        String read = As.head(900001).get(path).header("ETag");
        As.head(900001).header("If-None-Match", read).get(path).then().statusCode(304);
        post(path + "/priorities", "{\"title\": \"Reading\"}", 201);
        As.head(900001).header("If-None-Match", read).get(path).then().statusCode(200);
    }

    @Test
    void aListThatIsTheSameIsNotSentAgain() {
        String list = "/api/v1/schools";
        String tag = As.trustLeader().get(list).then().statusCode(200).extract().header("ETag");
        assertTrue(tag.startsWith("W/\""), tag);
        As.trustLeader()
                .header("If-None-Match", tag)
                .get(list)
                .then()
                .statusCode(304)
                .header("ETag", tag)
                .header("Cache-Control", "no-store")
                .body(emptyString());
        As.anonymous().header("If-None-Match", tag).get(list).then().statusCode(401);
        Given.school(900003);
        As.trustLeader()
                .header("If-None-Match", tag)
                .get(list)
                .then()
                .statusCode(200)
                .body("results.urn", hasItem(900003));
    }
}
