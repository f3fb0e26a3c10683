package org.uplift.target;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.UpliftTest;

@UpliftTest
class MilestoneResourceTest {
    private static final String PATCH = "application/merge-patch+json";
    private static final String CORNERS =
            "{\"milestone\": \"A reading corner in every class\", \"dueDate\": \"2025-03-31\"}";

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
                .patch("/api/v1/milestones/" + id)
                .then();
    }

    private String list() {
        return "/api/v1/priorities/" + priority + "/milestones";
    }

    private String milestone() {
        return post(As.head(900001), list(), CORNERS).statusCode(201).extract().path("id");
    }

    private void isRefused(int status, Supplier<RequestSpecification> as, String id) {
        post(as.get(), list(), CORNERS).statusCode(status);
        post(as.get(), "/api/v1/milestones/" + id + "/notes", "{\"text\":\"Seen\"}")
                .statusCode(status);
        patch(as.get(), id, "\"0\"", "{\"dueDate\":\"2025-04-01\"}").statusCode(status);
        post(as.get().header("If-Match", "\"0\""), "/api/v1/milestones/" + id + "/end", "{\"reason\":\"Another way\"}")
                .statusCode(status);
        as.get()
                .header("If-Match", "\"0\"")
                .delete("/api/v1/milestones/" + id)
                .then()
                .statusCode(status);
    }

    private void isUnreadable(int status, Supplier<RequestSpecification> as, String id) {
        as.get().get(list()).then().statusCode(status);
        as.get().get("/api/v1/milestones/" + id).then().statusCode(status);
        as.get().get("/api/v1/milestones/" + id + "/notes").then().statusCode(status);
    }

    @Test
    void thoseWhoMayNotAreRefused() {
        String id = milestone();
        isRefused(401, As::anonymous, id);
        isUnreadable(401, As::anonymous, id);
        isRefused(404, () -> As.head(900002), id);
        isUnreadable(404, () -> As.head(900002), id);
        isRefused(403, As::dataManager, id);
        isUnreadable(403, As::dataManager, id);
        isRefused(403, () -> As.inTrust("trustee", "trustee"), id);
        isUnreadable(200, () -> As.inTrust("trustee", "trustee"), id);
    }

    @Test
    void aMilestoneIsSetAndWaitsForACheckpoint() {
        String id = post(As.head(900001), list(), CORNERS)
                .statusCode(201)
                .header("ETag", "\"0\"")
                .header("Location", containsString("/api/v1/milestones/"))
                .body("priorityId", equalTo(priority))
                .body("schoolUrn", equalTo(900001))
                .body("milestone", equalTo("A reading corner in every class"))
                .body("dueDate", equalTo("2025-03-31"))
                .body("status", equalTo("no-data"))
                .body("statusReason", startsWith("No checkpoint has judged it yet. It was due on 31 March 2025, "))
                .extract()
                .path("id");
        As.head(900001)
                .get("/api/v1/milestones/" + id)
                .then()
                .statusCode(200)
                .header("ETag", startsWith("\"0-"))
                .body("id", equalTo(id));
    }

    /** Each kind is found under its own address. */
    @Test
    void aMilestoneIsNoTargetOfAMeasure() {
        String id = milestone();
        As.head(900001)
                .get("/api/v1/priorities/" + priority + "/targets")
                .then()
                .statusCode(200)
                .body("results", hasSize(0))
                .body("paging.totalResults", equalTo(0));
        As.head(900001).get("/api/v1/targets/" + id).then().statusCode(404);
        As.head(900001).get("/api/v1/targets/" + id + "/notes").then().statusCode(404);
        String target = post(As.head(900001), "/api/v1/priorities/" + priority + "/targets", """
                        {"measureCode": "KS2_MAT_EXP", "cohort": "6", "pupilGroup": "ALL", "baselineValue": 60,
                         "baselineDate": "2024-09-01", "targetValue": 70, "dueDate": "2025-07-31"}""")
                .statusCode(201)
                .extract()
                .path("id");
        As.head(900001).get("/api/v1/milestones/" + target).then().statusCode(404);
        As.head(900001).get(list()).then().body("results.id", contains(id));
    }

    @Test
    void theListHasThemByDueDate() {
        post(As.head(900001), list(), CORNERS.replace("03-31", "07-01").replace("corner", "ambassador"))
                .statusCode(201);
        milestone();
        As.head(900001)
                .get(list())
                .then()
                .statusCode(200)
                .body("results.dueDate", contains("2025-03-31", "2025-07-01"))
                .body("paging.totalResults", equalTo(2));
    }

    @Test
    void whatSaysNothingIsInvalid() {
        post(As.head(900001), list(), "{}")
                .statusCode(422)
                .body("errors.path", hasItem("/milestone"))
                .body("errors.path", hasItem("/dueDate"));
        post(As.head(900001), list(), CORNERS.replace("A reading corner in every class", "  "))
                .statusCode(422)
                .body("errors.path", hasItem("/milestone"));
        post(As.head(900001), list(), CORNERS.replace("2025-03-31", "in spring"))
                .statusCode(422);
        post(As.head(900001), list(), CORNERS.replace("{", "{\"status\": \"achieved\", "))
                .statusCode(422);
    }

    @Test
    void aMilestoneIsChangedOnThePresentVersionOnly() {
        String id = milestone();
        As.head(900001)
                .contentType(PATCH)
                .body("{\"dueDate\":\"2025-04-01\"}")
                .patch("/api/v1/milestones/" + id)
                .then()
                .statusCode(428);
        patch(As.head(900001), id, "\"5\"", "{\"dueDate\":\"2025-04-01\"}")
                .statusCode(412)
                .body("current.dueDate", equalTo("2025-03-31"));
        patch(As.head(900001), id, "\"0\"", "{\"dueDate\":\"2025-04-01\"}")
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("milestone", equalTo("A reading corner in every class"))
                .body("dueDate", equalTo("2025-04-01"));
        patch(As.head(900001), id, "\"1\"", "{\"milestone\":null}").statusCode(422);
        As.head(900001)
                .get("/api/v1/activity?subject=target&subjectId=" + id)
                .then()
                .body("results.summary", hasSize(2))
                .body(
                        "results[0].summary",
                        equalTo("changed the milestone \"A reading corner in every class\" by 1 April 2025"))
                .body("results[0].changes.field", contains("dueDate"));
    }

    @Test
    void aMilestoneGoesWithItsNotes() {
        String id = milestone();
        String notes = "/api/v1/milestones/" + id + "/notes";
        post(As.head(900001), notes, "{\"text\":\"Three classes have theirs.\"}")
                .statusCode(201);
        As.head(900001).get(notes).then().body("results.text", contains("Three classes have theirs."));
        As.head(900001)
                .header("If-Match", "\"0\"")
                .delete("/api/v1/milestones/" + id)
                .then()
                .statusCode(204);
        As.head(900001).get("/api/v1/milestones/" + id).then().statusCode(404);
        org.junit.jupiter.api.Assertions.assertEquals(0, Given.number("select count(*) from target_note"));
    }

    @Test
    void inAClosedCycleNothingChanges() {
        String id = milestone();
        Given.run("update cycle set stage = 'CLOSED'");
        isRefused(409, () -> As.head(900001), id);
        As.head(900001).get("/api/v1/milestones/" + id).then().statusCode(200);
    }

    @Test
    void theTrustHasMilestonesOfItsOwn() {
        String cycle = post(As.trustLeader(), "/api/v1/cycles", "{\"academicYear\":\"2024/2025\"}")
                .extract()
                .path("id");
        String own = post(As.trustLeader(), "/api/v1/cycles/" + cycle + "/priorities", "{\"title\":\"Reading\"}")
                .extract()
                .path("id");
        String id = post(As.trustLeader(), "/api/v1/priorities/" + own + "/milestones", CORNERS)
                .statusCode(201)
                .body("schoolUrn", nullValue())
                .extract()
                .path("id");
        As.head(900001).get("/api/v1/milestones/" + id).then().statusCode(404);
    }
}
