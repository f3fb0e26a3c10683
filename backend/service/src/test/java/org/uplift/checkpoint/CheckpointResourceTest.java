package org.uplift.checkpoint;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.UpliftTest;

@UpliftTest
class CheckpointResourceTest {
    private static final String PATCH = "application/merge-patch+json";
    private static final String CHECKPOINTS = "/api/v1/checkpoints";
    private static final String NARRATIVE = "Pupils read aloud with confidence";

    private String cycle;
    private String priority;
    private String target;

    @BeforeEach
    void cycle() {
        Given.school(900001);
        Given.school(900002);
        cycle = id(post(head(), "/api/v1/cycles", "{\"schoolUrn\":900001,\"academicYear\":\"2025/2026\"}"));
        priority = id(post(head(), "/api/v1/cycles/" + cycle + "/priorities", "{\"title\":\"Reading\"}"));
        target = id(post(
                head(),
                "/api/v1/priorities/" + priority + "/targets",
                "{\"measureCode\":\"KS2_RWM_EXP\",\"cohort\":\"6\",\"pupilGroup\":\"ALL\",\"baselineValue\":60,"
                        + "\"baselineDate\":\"2025-09-01\",\"targetValue\":70,\"dueDate\":\"2026-07-31\"}"));
    }

    private static RequestSpecification head() {
        return As.head(900001);
    }

    private static RequestSpecification deputy() {
        return As.inSchool("deputy.900001", "school-leader", 900001);
    }

    private static RequestSpecification expert() {
        return As.inSchool("expert", "system-leader", 900001);
    }

    private static ValidatableResponse post(RequestSpecification as, String path, String body) {
        return as.contentType("application/json").body(body).post(path).then();
    }

    private static String id(ValidatableResponse created) {
        return created.statusCode(201).extract().path("id");
    }

    private static ValidatableResponse patch(RequestSpecification as, String id, String tag, String body) {
        return as.contentType(PATCH)
                .header("If-Match", tag)
                .body(body)
                .patch(CHECKPOINTS + "/" + id)
                .then();
    }

    private String body(String more) {
        return "{\"cycleId\":\"" + cycle + "\",\"type\":\"learning-walk\",\"plannedOn\":\"2026-01-20\"" + more + "}";
    }

    private String focus(String kind, String reference, String judgement, String narrative) {
        return "{\"kind\":\"" + kind + "\",\"reference\":\"" + reference + "\",\"judgement\":\"" + judgement
                + "\",\"narrative\":\"" + narrative + "\"}";
    }

    /** One that can be submitted, recorded by the visitor. */
    private String complete() {
        return id(post(
                expert(),
                CHECKPOINTS,
                body(",\"heldOn\":\"2026-01-21\",\"summary\":\"Calm and purposeful\",\"visitorPersonId\":\""
                        + Given.person("expert")
                        + "\",\"participants\":[{\"name\":\"Teacher of year 3\",\"role\":\"Reading lead\"}],"
                        + "\"foci\":[" + focus("target", target, "at-risk", NARRATIVE) + "]")));
    }

    private static ValidatableResponse submission(RequestSpecification as, String id) {
        return as.post(CHECKPOINTS + "/" + id + "/submission").then();
    }

    private static ValidatableResponse signOff(RequestSpecification as, String id) {
        return as.post(CHECKPOINTS + "/" + id + "/sign-off").then();
    }

    private String signed() {
        String id = complete();
        submission(expert(), id).statusCode(200).body("status", equalTo("submitted"));
        signOff(expert(), id).statusCode(200).body("status", equalTo("submitted"));
        signOff(head(), id)
                .statusCode(200)
                .body("status", equalTo("signed-off"))
                .body("signatures", hasSize(2));
        return id;
    }

    private void isRefused(int status, Supplier<RequestSpecification> as, String id) {
        String one = CHECKPOINTS + "/" + id;
        post(as.get(), CHECKPOINTS, body("")).statusCode(status);
        patch(as.get(), id, "\"0\"", "{\"title\":\"Maths\"}").statusCode(status);
        as.get().header("If-Match", "\"0\"").delete(one).then().statusCode(status);
        submission(as.get(), id).statusCode(status);
        signOff(as.get(), id).statusCode(status);
        post(as.get(), one + "/return", "{\"reason\":\"Not yet\"}").statusCode(status);
        post(as.get(), one + "/additions", "{\"text\":\"More\"}").statusCode(status);
    }

    @Test
    void thoseWhoMayNotAreRefused() {
        String id = complete();
        isRefused(401, As::anonymous, id);
        isRefused(404, () -> As.head(900002), id);
        isRefused(403, () -> As.inTrust("trustee", "trustee"), id);
        isRefused(403, () -> As.inSchool("committee", "committee-member", 900001), id);
        for (String path : List.of(CHECKPOINTS, CHECKPOINTS + "/" + id, "/api/v1/checkpoint-types")) {
            As.anonymous().get(path).then().statusCode(401);
            As.dataManager().get(path).then().statusCode(403);
            expert().get(path).then().statusCode(200);
        }
        As.head(900002).get(CHECKPOINTS + "/" + id).then().statusCode(404);
        As.head(900002).get(CHECKPOINTS).then().statusCode(200).body("results", hasSize(0));
        As.head(900002).get(CHECKPOINTS + "?cycleId=" + cycle).then().body("results", hasSize(0));
    }

    @Test
    void typesAreACodeList() {
        head().get("/api/v1/checkpoint-types")
                .then()
                .statusCode(200)
                .body("code", hasItems("school-improvement-visit", "book-look", "evaluation-visit"))
                .body("find { it.code == 'deep-dive' }.label", equalTo("Deep dive"));
        Given.run("update checkpoint_type set valid_until = date '2026-01-01' where code = 'health-check'");
        post(head(), CHECKPOINTS, body("").replace("learning-walk", "health-check"))
                .statusCode(422)
                .body("errors[0].code", equalTo("not-valid"));
        Given.run("update checkpoint_type set valid_until = null where code = 'health-check'");
    }

    @Test
    void aDraftLooksAtThePartsOfItsCycleUntilSomebodyChooses() {
        post(expert(), CHECKPOINTS, body(""))
                .statusCode(201)
                .header("ETag", "\"0\"")
                .body("status", equalTo("draft"))
                .body("typeLabel", equalTo("Learning walk"))
                .body("recordedBy", equalTo("Account expert"))
                .body("foci.kind", contains("priority", "target"))
                .body("foci.label", hasItem(containsString("70 by 31 July 2026")));
        post(expert(), CHECKPOINTS, body(",\"foci\":[]")).statusCode(201).body("foci", hasSize(0));
    }

    @Test
    void whatIsNoCheckpointIsInvalid() {
        post(head(), CHECKPOINTS, body("").replace("learning-walk", "chat"))
                .statusCode(422)
                .body("errors[0].path", equalTo("/type"));
        post(head(), CHECKPOINTS, "{\"type\":\"learning-walk\",\"plannedOn\":\"2026-01-20\"}")
                .statusCode(422)
                .body("errors[0].path", equalTo("/cycleId"));
        post(head(), CHECKPOINTS, body("").replace(cycle, UUID.randomUUID().toString()))
                .statusCode(404);
        post(head(), CHECKPOINTS, body(",\"heldOn\":\"2999-01-01\""))
                .statusCode(422)
                .body("errors[0].code", equalTo("in-future"));
        post(head(), CHECKPOINTS, body(",\"visitorPersonId\":\"" + UUID.randomUUID() + "\""))
                .statusCode(422)
                .body("errors[0].path", equalTo("/visitorPersonId"));
        post(
                        head(),
                        CHECKPOINTS,
                        body(",\"participants\":[{\"role\":\"Head\"},{\"personId\":\"" + UUID.randomUUID() + "\"}]"))
                .statusCode(422)
                .body("errors.path", contains("/participants/0/name", "/participants/1/personId"));
        String foreign =
                id(post(As.head(900002), "/api/v1/cycles", "{\"schoolUrn\":900002,\"academicYear\":\"2025/2026\"}"));
        String elsewhere =
                id(post(As.head(900002), "/api/v1/cycles/" + foreign + "/priorities", "{\"title\":\"Maths\"}"));
        post(
                        As.trustLeader(),
                        CHECKPOINTS,
                        body(",\"foci\":[" + focus("priority", elsewhere, "on-track", "") + ","
                                + focus("target", priority, "on-track", "") + ","
                                + focus("priority", priority, "missed", "") + ","
                                + focus("priority", priority, "missed", "") + "]"))
                .statusCode(422)
                .body("errors.path", contains("/foci/0/reference", "/foci/1/reference", "/foci/3/reference"));
        post(
                        head(),
                        CHECKPOINTS,
                        body(",\"foci\":[{\"kind\":\"priority\",\"reference\":\"" + priority
                                + "\",\"judgement\":\"fine\"}]"))
                .statusCode(422);
        head().get(CHECKPOINTS + "?status=done").then().statusCode(422);
        head().get(CHECKPOINTS + "?sort=best").then().statusCode(422);
        head().get(CHECKPOINTS + "?from=yesterday").then().statusCode(422);
    }

    @Test
    void aDraftMayBeIncompleteAndIsChangedOnThePresentVersionOnly() {
        String id = id(post(expert(), CHECKPOINTS, body("")));
        expert().contentType(PATCH)
                .body("{}")
                .patch(CHECKPOINTS + "/" + id)
                .then()
                .statusCode(428);
        patch(
                        expert(),
                        id,
                        "\"0\"",
                        "{\"summary\":\"Calm\",\"foci\":[" + focus("priority", priority, "on-track", "Short") + "]}")
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("summary", equalTo("Calm"))
                .body("foci.narrative", contains("Short"));
        patch(head(), id, "\"0\"", "{\"title\":\"Mine\"}").statusCode(412).body("current.summary", equalTo("Calm"));
        patch(head(), id, "\"1\"", "{\"title\":\"Mine\"}")
                .statusCode(200)
                .body("title", equalTo("Mine"))
                .body("summary", equalTo("Calm"))
                .body("foci", hasSize(1));
        patch(head(), id, "\"2\"", "{\"summary\":null}").body("summary", nullValue());
        patch(head(), id, "\"3\"", "{\"plannedOn\":null}").statusCode(422);
    }

    @Test
    void submissionSaysEverythingThatIsMissing() {
        String id = id(post(expert(), CHECKPOINTS, body("")));
        submission(expert(), id)
                .statusCode(422)
                .body(
                        "errors.path",
                        contains(
                                "/heldOn",
                                "/foci/0/judgement",
                                "/foci/0/narrative",
                                "/foci/1/judgement",
                                "/foci/1/narrative"));
        submission(head(), id).statusCode(403);
    }

    @Test
    void twoDifferentPeopleSignWhatTheyHaveRead() {
        String id = complete();
        signOff(head(), id).statusCode(409);
        submission(expert(), id).statusCode(200);
        patch(expert(), id, "\"1\"", "{\"title\":\"Late\"}").statusCode(409);
        expert().header("If-Match", "\"1\"")
                .delete(CHECKPOINTS + "/" + id)
                .then()
                .statusCode(409);
        head().header("If-Match", "\"0\"")
                .post(CHECKPOINTS + "/" + id + "/sign-off")
                .then()
                .statusCode(412);
        signOff(As.trustLeader(), id).statusCode(403).body("detail", containsString("leader of the school"));
        signOff(head(), id).statusCode(200).body("signatures.name", contains("Account head.900001"));
        signOff(head(), id).statusCode(409);
        signOff(deputy(), id).statusCode(403).body("detail", containsString("Account expert, who visited"));
        post(head(), CHECKPOINTS + "/" + id + "/return", "{\"reason\":\" \"}").statusCode(422);
        post(head(), CHECKPOINTS + "/" + id + "/return", "{\"reason\":\"The books of year 6 are missing\"}")
                .statusCode(200)
                .body("status", equalTo("draft"))
                .body("signatures", hasSize(0));
        head().get("/api/v1/activity?subject=checkpoint&subjectId=" + id)
                .then()
                .body("results[0].reason", equalTo("The books of year 6 are missing"))
                .body("results.summary", hasItem("signed checkpoint Learning walk"));
    }

    @Test
    void aSignedCheckpointIsOnlyAddedTo() {
        String id = signed();
        String one = CHECKPOINTS + "/" + id;
        patch(head(), id, "*", "{\"summary\":\"All well\"}").statusCode(409);
        head().header("If-Match", "*").delete(one).then().statusCode(409);
        submission(expert(), id).statusCode(409);
        signOff(deputy(), id).statusCode(409);
        post(head(), one + "/return", "{\"reason\":\"I changed my mind\"}").statusCode(409);
        post(head(), one + "/additions", "{\"text\":\" \"}").statusCode(422);
        post(head(), one + "/additions", "{\"text\":\"The books have come since\"}")
                .statusCode(201)
                .body("author", equalTo("Account head.900001"))
                .body("at", notNullValue());
        expert().get(one)
                .then()
                .body("additions.text", contains("The books have come since"))
                .body("summary", equalTo("Calm and purposeful"));
        post(expert(), CHECKPOINTS + "/" + complete() + "/additions", "{\"text\":\"Too early\"}")
                .statusCode(409);
    }

    /** The application itself could not, whatever its code did. */
    @Test
    void theDatabaseKeepsWhatIsSigned() throws SQLException {
        String id = signed();
        post(head(), CHECKPOINTS + "/" + id + "/additions", "{\"text\":\"The books have come since\"}")
                .statusCode(201);
        String draft = complete();
        String where = " where checkpoint_id = '" + id + "'";
        for (String change : List.of(
                "update checkpoint set summary = 'Else' where id = '" + id + "'",
                "update checkpoint set status = 'DRAFT', leader_signed_at = null where id = '" + id + "'",
                "delete from checkpoint where id = '" + id + "'",
                "update focus set judgement = 'ON_TRACK'" + where,
                "delete from focus" + where,
                "update focus set checkpoint_id = '" + draft + "', reference_id = gen_random_uuid()" + where,
                "update focus set checkpoint_id = '" + id + "' where checkpoint_id = '" + draft + "'",
                "insert into focus (checkpoint_id, reference_id, position, school_urn, kind, label) values ('" + id
                        + "', '" + priority + "', 7, 900001, 'PRIORITY', 'Slipped in')",
                "update participant set name = 'Nobody'" + where,
                "delete from participant" + where,
                "insert into participant (checkpoint_id, position, school_urn, name) values ('" + id
                        + "', 7, 900001, 'Slipped in')",
                "delete from target where id = '" + target + "'",
                "delete from priority where id = '" + priority + "'",
                "update addition set text = 'Else'" + where,
                "delete from addition" + where)) {
            assertThrows(SQLException.class, () -> asApplication(change), change);
        }
        assertEquals(1, asApplication("update checkpoint set summary = 'Else' where id = '" + draft + "'"));
        head().get(CHECKPOINTS + "/" + id)
                .then()
                .body("summary", equalTo("Calm and purposeful"))
                .body("foci.judgement", contains("at-risk"))
                .body("participants", hasSize(1));
    }

    private static int asApplication(String change) throws SQLException {
        try (Connection application = Given.withoutIdentity();
                Statement statement = application.createStatement()) {
            statement.execute("select set_config('uplift.trust', 'on', false)");
            return statement.executeUpdate(change);
        }
    }

    @Test
    void whatASignedCheckpointSpeaksOfIsEndedAndNotDeleted() {
        String draft = complete();
        signed();
        head().header("If-Match", "*")
                .delete("/api/v1/targets/" + target)
                .then()
                .statusCode(409);
        head().header("If-Match", "*")
                .delete("/api/v1/priorities/" + priority)
                .then()
                .statusCode(409);
        String end = "/api/v1/targets/" + target + "/end";
        post(As.anonymous(), end, "{\"reason\":\"Another measure\"}").statusCode(401);
        post(As.head(900002), end, "{\"reason\":\"Another measure\"}").statusCode(404);
        post(expert(), end, "{\"reason\":\"Another measure\"}").statusCode(403);
        post(head(), end, "{\"reason\":\"Another measure\"}").statusCode(428);
        post(head().header("If-Match", "\"0\""), end, "{\"reason\":\"\"}").statusCode(422);
        post(head().header("If-Match", "\"0\""), end, "{\"reason\":\"Another measure\"}")
                .statusCode(200)
                .body("endedOn", notNullValue())
                .body("endReason", equalTo("Another measure"));
        post(head().header("If-Match", "*"), end, "{\"reason\":\"Again\"}").statusCode(409);
        head().contentType(PATCH)
                .header("If-Match", "*")
                .body("{\"targetValue\":71}")
                .patch("/api/v1/targets/" + target)
                .then()
                .statusCode(409);
        post(
                        head(),
                        "/api/v1/priorities/" + priority + "/targets",
                        "{\"measureCode\":\"KS2_RWM_EXP\",\"cohort\":\"6\",\"pupilGroup\":\"ALL\",\"baselineValue\":60,"
                                + "\"baselineDate\":\"2025-09-01\",\"targetValue\":72,\"dueDate\":\"2026-07-31\"}")
                .statusCode(201);
        head().get(CHECKPOINTS + "/" + draft).then().body("foci", hasSize(1));
    }

    @Test
    void whoAssuresReadsNeitherPeopleNorNarratives() {
        String draft = complete();
        Supplier<RequestSpecification> member = () -> As.inSchool("committee", "committee-member", 900001);
        member.get()
                .get(CHECKPOINTS + "/" + draft)
                .then()
                .statusCode(200)
                .body("assurance", equalTo(true))
                .body("status", equalTo("draft"))
                .body("summary", nullValue())
                .body("foci[0].judgement", nullValue());
        String id = signed();
        post(head(), CHECKPOINTS + "/" + id + "/additions", "{\"text\":\"The books have come since\"}");
        String read = member.get()
                .get(CHECKPOINTS + "/" + id)
                .then()
                .body("summary", equalTo("Calm and purposeful"))
                .body("foci.judgement", contains("at-risk"))
                .extract()
                .asString();
        String listed = member.get()
                .get(CHECKPOINTS)
                .then()
                .body("results", hasSize(2))
                .extract()
                .asString();
        for (String hidden : List.of(NARRATIVE, "Teacher of year 3", "Account", "books")) {
            org.junit.jupiter.api.Assertions.assertFalse((read + listed).contains(hidden), hidden);
        }
        member.get()
                .get("/api/v1/activity?subject=checkpoint")
                .then()
                .statusCode(200)
                .body("results", hasSize(0));
    }

    @Test
    void theListSaysWhatWaitsForWhom() {
        String id = complete();
        id(post(head(), CHECKPOINTS, body("").replace("2026-01-20", "2026-06-10")));
        submission(expert(), id).statusCode(200);
        head().get(CHECKPOINTS)
                .then()
                .body("results.plannedOn", contains("2026-06-10", "2026-01-20"))
                .body("results.toSign", contains(false, true));
        head().get(CHECKPOINTS + "?sort=oldest&pageSize=1")
                .then()
                .body("results.id", contains(id))
                .body("paging.totalResults", equalTo(2));
        for (Supplier<RequestSpecification> signer : List.<Supplier<RequestSpecification>>of(
                CheckpointResourceTest::head, CheckpointResourceTest::deputy, CheckpointResourceTest::expert)) {
            signer.get().get(CHECKPOINTS + "?toSign=true").then().body("results.id", contains(id));
        }
        As.trustLeader().get(CHECKPOINTS + "?toSign=true").then().body("results", hasSize(0));
        signOff(head(), id).statusCode(200);
        deputy().get(CHECKPOINTS + "?toSign=true").then().body("results", hasSize(0));
        head().get(CHECKPOINTS + "?status=submitted&schoolUrn=900001&from=2026-01-21&until=2026-01-21")
                .then()
                .body("results.id", contains(id))
                .body("results[0].signatures", equalTo(1));
        head().get(CHECKPOINTS + "?from=2026-01-22&status=submitted").then().body("results", hasSize(0));
        head().get(CHECKPOINTS + "?toSign=false").then().body("results", hasSize(2));
        String alone = id(post(
                deputy(),
                CHECKPOINTS,
                body(",\"heldOn\":\"2026-02-02\",\"foci\":[" + focus("priority", priority, "achieved", NARRATIVE)
                        + "]")));
        submission(deputy(), alone).statusCode(200);
        As.trustLeader().get(CHECKPOINTS + "?toSign=true").then().body("results.id", contains(alone));
        As.inSchool("committee", "committee-member", 900001)
                .get(CHECKPOINTS + "?toSign=false")
                .then()
                .statusCode(200)
                .body("results", hasSize(3));
    }

    @Test
    void theTrustsOwnAreForThoseWhoReachTheTrust() {
        String trust = id(post(As.trustLeader(), "/api/v1/cycles", "{\"academicYear\":\"2025/2026\"}"));
        String id = id(post(As.trustLeader(), CHECKPOINTS, body("").replace(cycle, trust)));
        As.trustLeader().get(CHECKPOINTS + "/" + id).then().statusCode(200).body("schoolUrn", nullValue());
        head().get(CHECKPOINTS + "/" + id).then().statusCode(404);
        post(head(), CHECKPOINTS, body("").replace(cycle, trust)).statusCode(404);
    }

    @Test
    void evaluatingWaitsForItsCheckpoints() {
        Given.run("update cycle set stage = 'MONITORING'");
        String evaluating = "moves.find { it.stage == 'evaluating' }.blockers.code";
        head().get("/api/v1/cycles/" + cycle).then().body(evaluating, contains("no-checkpoint"));
        signed();
        head().get("/api/v1/cycles/" + cycle).then().body(evaluating, hasSize(0));
        complete();
        head().get("/api/v1/cycles/" + cycle).then().body(evaluating, contains("draft-checkpoint"));
    }

    @Test
    void aClosedCycleTakesNoMore() {
        String id = complete();
        Given.run("update cycle set stage = 'CLOSED'");
        post(head(), CHECKPOINTS, body("")).statusCode(409);
        patch(expert(), id, "*", "{\"title\":\"Late\"}").statusCode(409);
        submission(expert(), id).statusCode(409);
    }

    @Test
    void aDraftGoesWithWhatWasTypedAndALineSaysSo() {
        String id = complete();
        expert().delete(CHECKPOINTS + "/" + id).then().statusCode(428);
        expert().header("If-Match", "\"0\"")
                .delete(CHECKPOINTS + "/" + id)
                .then()
                .statusCode(204);
        expert().get(CHECKPOINTS + "/" + id).then().statusCode(404);
        head().get("/api/v1/activity?subject=checkpoint")
                .then()
                .body("results.summary", hasItems("began checkpoint Learning walk", "deleted checkpoint Learning walk"))
                .body("paging.totalResults", greaterThan(1))
                .body("results.summary", not(hasItem(containsString("changed"))));
    }
}
