package org.uplift.cycle;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.UpliftTest;

@UpliftTest
class CycleResourceTest {
    private static final String YEAR = "\"academicYear\":\"2025/2026\"";

    @BeforeEach
    void schools() {
        Given.school(900001, "Alder Primary", "IN_TRUST");
        Given.school(900002, "Beech Primary", "IN_TRUST");
    }

    private static ValidatableResponse post(RequestSpecification as, String path, String body) {
        return as.contentType("application/json").body(body).post(path).then();
    }

    private static String cycle(RequestSpecification as, String body) {
        return post(as, "/api/v1/cycles", body).statusCode(201).extract().path("id");
    }

    private static String ofAlder() {
        return cycle(As.head(900001), "{\"schoolUrn\":900001," + YEAR + "}");
    }

    private static ValidatableResponse move(RequestSpecification as, String id, String body) {
        return post(as, "/api/v1/cycles/" + id + "/stage", body);
    }

    private static void complete(String cycle) {
        String priority = post(
                        As.head(900001),
                        "/api/v1/cycles/" + cycle + "/priorities",
                        "{\"title\":\"Reading\",\"rationale\":\"It fell\",\"leadRole\":\"Reading lead\"}")
                .statusCode(201)
                .extract()
                .path("id");
        post(
                        As.head(900001),
                        "/api/v1/priorities/" + priority + "/evidence",
                        "{\"kind\":\"note\",\"label\":\"Book look in June\"}")
                .statusCode(201);
    }

    @Test
    void anonymousIsRefused() {
        String id = ofAlder();
        As.anonymous().get("/api/v1/cycles").then().statusCode(401);
        As.anonymous().get("/api/v1/cycles/" + id).then().statusCode(401);
        post(As.anonymous(), "/api/v1/cycles", "{" + YEAR + "}").statusCode(401);
        move(As.anonymous(), id, "{\"stage\":\"closed\"}").statusCode(401);
    }

    @Test
    void aRoleWithoutTheRightIsRefused() {
        String id = ofAlder();
        As.dataManager().get("/api/v1/cycles").then().statusCode(403);
        As.dataManager().get("/api/v1/cycles/" + id).then().statusCode(403);
        As.inTrust("trustee", "trustee").get("/api/v1/cycles/" + id).then().statusCode(200);
        post(As.inTrust("trustee", "trustee"), "/api/v1/cycles", "{" + YEAR + "}")
                .statusCode(403);
        move(As.inTrust("trustee", "trustee"), id, "{\"stage\":\"target-setting\"}")
                .statusCode(403);
    }

    @Test
    void aHeadSeesAndBeginsTheirOwnOnly() {
        String own = ofAlder();
        String other = cycle(As.trustLeader(), "{\"schoolUrn\":900002," + YEAR + "}");
        String trust = cycle(As.trustLeader(), "{" + YEAR + "}");
        As.head(900001).get("/api/v1/cycles").then().statusCode(200).body("results.id", contains(own));
        As.head(900001).get("/api/v1/cycles/" + other).then().statusCode(404);
        As.head(900001).get("/api/v1/cycles/" + trust).then().statusCode(404);
        move(As.head(900001), other, "{\"stage\":\"target-setting\"}").statusCode(404);
        move(As.head(900001), trust, "{\"stage\":\"target-setting\"}").statusCode(404);
        post(As.head(900001), "/api/v1/cycles", "{\"schoolUrn\":900002," + YEAR + "}")
                .statusCode(404);
        post(As.head(900001), "/api/v1/cycles", "{\"schoolUrn\":999999," + YEAR + "}")
                .statusCode(404);
        post(As.head(900001), "/api/v1/cycles", "{" + YEAR + "}").statusCode(403);
    }

    @Test
    void whatMayBeReadButNotChangedIsForbidden() {
        Given.person("both");
        Given.schoolMembership("both", "school-leader", 900001);
        Given.schoolMembership("both", "system-leader", 900002);
        String other = cycle(As.trustLeader(), "{\"schoolUrn\":900002," + YEAR + "}");
        RequestSpecification both = As.user("both", "school-leader", "system-leader");
        both.get("/api/v1/cycles/" + other).then().statusCode(200);
        move(As.user("both", "school-leader", "system-leader"), other, "{\"stage\":\"target-setting\"}")
                .statusCode(403);
    }

    @Test
    void theSecondWallKeepsTheTrustsCycleFromSchools() throws Exception {
        cycle(As.trustLeader(), "{" + YEAR + "}");
        ofAlder();
        try (var connection = Given.withoutIdentity();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select set_config('uplift.schools', '900001,900002', true)");
            try (var rows = statement.executeQuery("select school_urn from cycle")) {
                org.junit.jupiter.api.Assertions.assertTrue(rows.next());
                org.junit.jupiter.api.Assertions.assertEquals(900001, rows.getInt(1));
                org.junit.jupiter.api.Assertions.assertFalse(rows.next());
            }
        }
    }

    @Test
    void thereIsOneForASchoolAndAYearAndOneForTheTrust() {
        post(As.head(900001), "/api/v1/cycles", "{\"schoolUrn\":900001," + YEAR + "}")
                .statusCode(201)
                .header("ETag", "\"0\"")
                .header("Location", containsString("/api/v1/cycles/"))
                .body("schoolUrn", equalTo(900001))
                .body("schoolName", equalTo("Alder Primary"))
                .body("academicYear", equalTo("2025/2026"))
                .body("stage", equalTo("planning"))
                .body("priorities", equalTo(0));
        post(As.trustLeader(), "/api/v1/cycles", "{\"schoolUrn\":900001," + YEAR + "}")
                .statusCode(409);
        cycle(As.trustLeader(), "{\"schoolUrn\":900001,\"academicYear\":\"2026/2027\"}");
        post(As.trustLeader(), "/api/v1/cycles", "{" + YEAR + "}")
                .statusCode(201)
                .body("schoolUrn", nullValue());
        post(As.trustLeader(), "/api/v1/cycles", "{" + YEAR + "}").statusCode(409);
    }

    @Test
    void whatIsNotACycleIsInvalid() {
        post(As.trustLeader(), "/api/v1/cycles", "{}").statusCode(422).body("errors[0].path", equalTo("/academicYear"));
        post(As.trustLeader(), "/api/v1/cycles", "null").statusCode(422);
        As.trustLeader()
                .contentType("application/json")
                .post("/api/v1/cycles")
                .then()
                .statusCode(422);
        post(As.trustLeader(), "/api/v1/cycles", "[]").statusCode(400);
        As.trustLeader().get("/api/v1/cycles/no-id").then().statusCode(404);
        post(As.trustLeader(), "/api/v1/cycles", "{\"academicYear\":\"2025\"}")
                .statusCode(422)
                .body("errors[0].path", equalTo("/academicYear"));
        post(As.trustLeader(), "/api/v1/cycles", "{\"schoolUrn\":12," + YEAR + "}")
                .statusCode(422)
                .body("errors[0].path", equalTo("/schoolUrn"));
        post(As.trustLeader(), "/api/v1/cycles", "{\"stage\":\"closed\"," + YEAR + "}")
                .statusCode(422)
                .body("errors[0].code", equalTo("unknown-field"));
    }

    @Test
    void theListIsFilteredAndPaged() {
        cycle(As.trustLeader(), "{\"schoolUrn\":900001," + YEAR + "}");
        cycle(As.trustLeader(), "{\"schoolUrn\":900001,\"academicYear\":\"2026/2027\"}");
        cycle(As.trustLeader(), "{\"schoolUrn\":900002," + YEAR + "}");
        cycle(As.trustLeader(), "{" + YEAR + "}");
        As.trustLeader()
                .get("/api/v1/cycles")
                .then()
                .statusCode(200)
                .body("results.schoolUrn", contains(900001, null, 900001, 900002))
                .body("paging.totalResults", equalTo(4));
        As.trustLeader()
                .get("/api/v1/cycles?schoolUrn=900001&academicYear=2026/2027&stage=planning")
                .then()
                .body("results", hasSize(1));
        As.trustLeader().get("/api/v1/cycles?trust=true").then().body("results", hasSize(1));
        As.trustLeader()
                .get("/api/v1/cycles?trust=false&pageSize=1&page=3")
                .then()
                .body("results.schoolUrn", contains(900002))
                .body("paging.totalPages", equalTo(3));
        As.trustLeader().get("/api/v1/cycles?stage=closed").then().body("results", hasSize(0));
        As.trustLeader().get("/api/v1/cycles?stage=resting").then().statusCode(422);
        As.trustLeader().get("/api/v1/cycles?pageSize=201").then().statusCode(422);
    }

    @Test
    void aBlockedStageListsWhatIsMissing() {
        String id = ofAlder();
        move(As.head(900001), id, "{\"stage\":\"target-setting\"}")
                .statusCode(409)
                .body("type", equalTo("urn:uplift:problem:stage-blocked"))
                .body("blockers.code", contains("no-priority"))
                .body("blockers[0].link", equalTo("/api/v1/cycles/" + id + "/priorities"));
        post(As.head(900001), "/api/v1/cycles/" + id + "/priorities", "{\"title\":\"Reading\"}")
                .statusCode(201);
        move(As.head(900001), id, "{\"stage\":\"target-setting\"}")
                .statusCode(409)
                .body("blockers.code", contains("no-rationale", "no-evidence", "no-lead"))
                .body("blockers.message", everyItem(containsString("Reading")))
                .body("blockers.link", everyItem(containsString("/api/v1/priorities/")));
        As.head(900001)
                .get("/api/v1/cycles/" + id)
                .then()
                .statusCode(200)
                .body("priorities", equalTo(1))
                .body("moves.stage", contains("target-setting"))
                .body("moves[0].blockers.code", contains("no-rationale", "no-evidence", "no-lead"));
    }

    @Test
    void aCompletePlanGoesToTargetSettingAndBackWithAReason() {
        String id = ofAlder();
        complete(id);
        move(As.head(900001), id, "{\"stage\":\"target-setting\"}")
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("stage", equalTo("target-setting"));
        move(As.head(900001), id, "{\"stage\":\"target-setting\"}").statusCode(409);
        move(As.head(900001), id, "{\"stage\":\"implementing\"}")
                .statusCode(409)
                .body("blockers.code", contains("no-target", "no-action", "no-approval"))
                .body("blockers.message", everyItem(notNullValue()));
        move(As.head(900001), id, "{\"stage\":\"closed\"}")
                .statusCode(409)
                .body("blockers.code", hasItems("stage-order", "no-evaluation"));
        move(As.head(900001), id, "{\"stage\":\"planning\"}")
                .statusCode(422)
                .body("errors[0].path", equalTo("/reason"));
        move(As.head(900001), id, "{\"stage\":\"planning\",\"reason\":\"New inspection\"}")
                .statusCode(200)
                .body("stage", equalTo("planning"));
        As.head(900001)
                .get("/api/v1/activity?subject=cycle&subjectId=" + id)
                .then()
                .body("results.reason", hasItem("New inspection"))
                .body("results[0].changes[0].before", equalTo("target setting"))
                .body("results[0].changes[0].after", equalTo("planning"));
    }

    @Test
    void aStageIsChangedOnThePresentVersionWhenOneIsSent() {
        String id = ofAlder();
        complete(id);
        move(As.head(900001).header("If-Match", "\"9\""), id, "{\"stage\":\"target-setting\"}")
                .statusCode(412)
                .body("current.stage", equalTo("planning"));
        move(As.head(900001).header("If-Match", "\"0\""), id, "{\"stage\":\"target-setting\"}")
                .statusCode(200);
        move(As.head(900001), id, "{\"stage\":\"resting\"}").statusCode(422).body("errors[0].path", equalTo("/stage"));
        move(As.head(900001), id, "{}").statusCode(422).body("errors[0].path", equalTo("/stage"));
        move(As.head(900001), UUID.randomUUID().toString(), "{\"stage\":\"planning\"}")
                .statusCode(404);
    }

    @Test
    void aClosedCycleIsReadOnlyAndReopenedByATrustLeader() {
        String id = ofAlder();
        complete(id);
        Given.run("update cycle set stage = 'CLOSED'");
        post(As.head(900001), "/api/v1/cycles/" + id + "/priorities", "{\"title\":\"Maths\"}")
                .statusCode(409);
        move(As.head(900001), id, "{\"stage\":\"evaluating\",\"reason\":\"Overlooked\"}")
                .statusCode(403);
        move(As.trustLeader(), id, "{\"stage\":\"evaluating\"}").statusCode(422);
        move(As.trustLeader(), id, "{\"stage\":\"evaluating\",\"reason\":\"Overlooked\"}")
                .statusCode(200)
                .body("stage", equalTo("evaluating"));
    }
}
