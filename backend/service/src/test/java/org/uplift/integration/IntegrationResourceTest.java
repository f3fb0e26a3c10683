package org.uplift.integration;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.Jobs;
import org.uplift.testing.UpliftTest;

@UpliftTest
class IntegrationResourceTest {
    private static final String PATH = "/api/v1/integrations";
    private static final String ACCOUNT = "service-account-arbor";
    private static final String PATCH = "application/merge-patch+json";

    @BeforeEach
    void schools() {
        Given.school(900001);
        Given.school(900002);
    }

    static Map<String, Object> arbor(int... urns) {
        Map<String, Object> wanted = new HashMap<>();
        wanted.put("clientId", "arbor");
        wanted.put("name", "Arbor");
        wanted.put("schools", java.util.Arrays.stream(urns).boxed().toList());
        wanted.put("kinds", List.of(Map.of("kind", "pupils", "expectedEveryDays", 7), Map.of("kind", "attendance")));
        wanted.put("contactName", "Service desk");
        wanted.put("contactEmail", "desk@example.org");
        return wanted;
    }

    static ValidatableResponse register(Map<String, Object> wanted) {
        return As.administrator()
                .contentType(ContentType.JSON)
                .body(wanted)
                .post(PATH)
                .then();
    }

    static ValidatableResponse push(String kind, int urn) {
        return send(kind, urn, Map.of("yearGroup", "6"));
    }

    static ValidatableResponse pushAttendance(int urn) {
        Map<String, Object> said = Map.of(
                "term", "autumn",
                "sessionsPossible", 100,
                "sessionsAuthorisedAbsence", 1,
                "sessionsUnauthorisedAbsence", 0);
        return send("attendance", urn, said);
    }

    private static ValidatableResponse send(String kind, int urn, Map<String, Object> said) {
        Map<String, Object> row = new HashMap<>(said);
        row.putAll(Map.of(
                "sourceSystem", "arbor",
                "schoolUrn", urn,
                "upn", "B801200005001",
                "academicYear", "2025/2026",
                "sourceUpdatedAt", "2025-10-02T08:00:00Z"));
        return As.user(ACCOUNT, "mis-integration")
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("rows", List.of(row)))
                .post("/api/v1/ingest/" + kind)
                .then();
    }

    private static ValidatableResponse revoke(String id, String reason) {
        return As.administrator()
                .contentType(ContentType.JSON)
                .body(Map.of("reason", reason))
                .post(PATH + "/" + id + "/revocation")
                .then();
    }

    @Test
    void onlyTheAdministratorRegistersMachines() {
        As.anonymous().get(PATH).then().statusCode(401);
        As.trustLeader().get(PATH).then().statusCode(403);
        As.dataManager()
                .contentType(ContentType.JSON)
                .body(arbor(900001))
                .post(PATH)
                .then()
                .statusCode(403);
        register(arbor(900001)).statusCode(201);
        As.administrator()
                .get(PATH)
                .then()
                .statusCode(200)
                .body("results.clientId", contains("arbor"))
                .body("results[0].status", equalTo("active"))
                .body("results[0].schoolNames", contains("School 900001"));
        As.user(ACCOUNT, "mis-integration").get(PATH).then().statusCode(403);
    }

    @Test
    void aClientIsRegisteredBeforeItFirstSignsInAndSendsForItsSchoolsOnly() {
        push("pupils", 900001).statusCode(200).body("rows[0].errors[0].code", equalTo("school-not-registered"));
        register(arbor(900001)).statusCode(201);
        push("pupils", 900001).statusCode(200).body("rows[0].outcome", equalTo("created"));
        push("pupils", 900002)
                .statusCode(200)
                .body("rows[0].outcome", equalTo("rejected"))
                .body("rows[0].errors[0].code", equalTo("school-not-registered"));
    }

    @Test
    void whatItIsNotRegisteredForIsRefusedWithTheReason() {
        register(arbor(900001)).statusCode(201);
        push("assessment-results", 900001)
                .statusCode(403)
                .body(
                        "detail",
                        equalTo("arbor is not registered to send assessment results; ask the administrator of"
                                + " Uplift in the trust to add it."));
    }

    @Test
    void theRegistrationTakesThePlaceOfMembershipsGivenByHand() {
        Given.schoolMembership(ACCOUNT, "mis-integration", 900002);
        push("pupils", 900002).body("rows[0].outcome", equalTo("created"));
        register(arbor(900001)).statusCode(201);
        push("pupils", 900002).body("rows[0].errors[0].code", equalTo("school-not-registered"));
    }

    @Test
    void revokingHoldsFromTheNextRequestOn() {
        String id = register(arbor(900001)).statusCode(201).extract().path("id");
        push("pupils", 900001).statusCode(200).body("rows[0].outcome", equalTo("created"));
        revoke(id, "  ").statusCode(422);
        revoke(id, "The contract has ended.")
                .statusCode(200)
                .body("status", equalTo("revoked"))
                .body("revocationReason", equalTo("The contract has ended."));
        push("pupils", 900001).statusCode(403).body("detail", containsString("was revoked: The contract has ended."));
        As.user(ACCOUNT, "mis-integration").get("/api/v1/me").then().body("permissions", hasSize(0));
        revoke(id, "Again").statusCode(409);
        register(arbor(900002)).statusCode(201);
        push("pupils", 900002).statusCode(200);
        push("pupils", 900001).body("rows[0].errors[0].code", equalTo("school-not-registered"));
        As.administrator()
                .get("/api/v1/activity?subject=integration")
                .then()
                .statusCode(200)
                .body("results.reason", hasItem("The contract has ended."))
                .body("results", hasSize(3));
        As.trustLeader().get("/api/v1/activity?subject=integration").then().body("results", hasSize(0));
    }

    @Test
    void onlyOneRegistrationOfAClientIsInForce() {
        register(arbor(900001)).statusCode(201);
        register(arbor(900002)).statusCode(409);
    }

    @Test
    void aChangeNeedsThePresentVersionAndHoldsAtOnce() {
        JsonPath made = register(arbor(900001)).statusCode(201).extract().jsonPath();
        String one = PATH + "/" + made.getString("id");
        String patch = "{\"schools\": [900002], \"kinds\": [{\"kind\": \"pupils\"}], \"contactName\": \"Hotline\"}";
        As.administrator().contentType(PATCH).body(patch).patch(one).then().statusCode(428);
        String tag =
                As.administrator().get(one).then().statusCode(200).extract().header("ETag");
        As.administrator()
                .contentType(PATCH)
                .header("If-Match", tag)
                .body(patch)
                .patch(one)
                .then()
                .statusCode(200)
                .body("schools", contains(900002))
                .body("kinds.kind", contains("pupils"))
                .body("kinds[0].expectedEveryDays", nullValue())
                .body("contactName", equalTo("Hotline"))
                .body("contactEmail", equalTo("desk@example.org"));
        As.administrator()
                .contentType(PATCH)
                .header("If-Match", tag)
                .body("{\"name\": \"Other\"}")
                .patch(one)
                .then()
                .statusCode(412)
                .body("current.name", equalTo("Arbor"));
        push("pupils", 900001).body("rows[0].errors[0].code", equalTo("school-not-registered"));
        push("pupils", 900002).body("rows[0].outcome", equalTo("created"));
        push("attendance", 900002).statusCode(403);
    }

    @Test
    void itTellsWhatWasSentAndWhatIsLate() {
        String one = PATH + "/" + register(arbor(900001)).extract().path("id");
        push("pupils", 900001);
        push("pupils", 900002);
        As.administrator()
                .get(one)
                .then()
                .body("status", equalTo("active"))
                .body("kinds.kind", contains("attendance", "pupils"))
                .body("kinds[1].received", equalTo(2))
                .body("kinds[1].rejected", equalTo(1))
                .body("kinds[1].errorRate", equalTo(50.0f))
                .body("kinds[1].late", equalTo(false))
                .body("kinds[0].received", equalTo(0))
                .body("kinds[0].errorRate", nullValue());
        Given.run("update integration set registered_at = registered_at - interval '40 days'");
        Given.run(
                "update ingest_job set started_at = started_at - interval '8 days', ended_at = ended_at - interval '8 days'");
        As.administrator()
                .get(PATH)
                .then()
                .body("results[0].status", equalTo("late"))
                .body("results[0].kinds[1].late", equalTo(true))
                .body("results[0].kinds[0].late", equalTo(false));
    }

    @Test
    void aFileOfARevokedClientIsRefused() {
        String id = register(arbor(900001)).extract().path("id");
        revoke(id, "Stolen secret.").statusCode(200);
        As.user(ACCOUNT, "mis-integration")
                .contentType("text/csv")
                .header("Idempotency-Key", "late")
                .body("sourceSystem,schoolUrn,upn,academicYear,yearGroup,sourceUpdatedAt\n"
                        + "arbor,900001,B801200005001,2025/2026,6,2025-10-02T08:00:00Z\n")
                .post("/api/v1/ingest/pupils")
                .then()
                .statusCode(403);
    }

    private static ValidatableResponse file(RequestSpecification sender, int urn) {
        return sender.contentType("text/csv")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("sourceSystem,schoolUrn,upn,academicYear,yearGroup,sourceUpdatedAt\n" + "arbor," + urn
                        + ",B801200005001,2025/2026,6,2025-10-02T08:00:00Z\n")
                .post("/api/v1/ingest/pupils")
                .then()
                .statusCode(202);
    }

    /** A file of the client, behind another one that is taken in; and what is done meanwhile. */
    private static ValidatableResponse waiting(Runnable meanwhile) throws Exception {
        ValidatableResponse sent;
        try (Connection push = Given.pushUnderWay(900002)) {
            ValidatableResponse before = file(As.mis(900002), 900002);
            Jobs.oneWaitsForItsSchool();
            sent = file(As.user(ACCOUNT, "mis-integration"), 900001);
            sent.body("status", equalTo("queued")).body("actor", equalTo("Arbor"));
            meanwhile.run();
            Jobs.ended(As::dataManager, sent).body("status", equalTo("failed"));
            push.close();
            Jobs.ended(As::dataManager, before).body("status", equalTo("completed"));
        }
        return Jobs.ended(As::dataManager, sent);
    }

    @Test
    void aFileThatWaitsWhenItsClientIsRevokedIsNotTakenIn() throws Exception {
        String id = register(arbor(900001)).extract().path("id");
        waiting(() -> revoke(id, "Stolen secret.").statusCode(200))
                .body("status", equalTo("failed"))
                .body("cancelled", equalTo(true))
                .body("failure", equalTo("The registration of Arbor was revoked: Stolen secret. Nothing was kept."))
                .body("counts.created", equalTo(0));
        assertEquals(0, Given.number("select count(*) from pupil_year where school_urn = 900001"));
    }

    @Test
    void norIsItWhenTheClientIsRegisteredAnew() throws Exception {
        String id = register(arbor(900001)).extract().path("id");
        waiting(() -> {
                    revoke(id, "Moved to another account.").statusCode(200);
                    register(arbor(900001)).statusCode(201);
                })
                .body("status", equalTo("failed"))
                .body("failure", containsString("was revoked: Moved to another account."));
        assertEquals(0, Given.number("select count(*) from pupil_year where school_urn = 900001"));
    }

    @Test
    void aFileThatIsBeingTakenInWhenItsClientIsRevokedIsCancelled() throws Exception {
        String id = register(arbor(900001)).extract().path("id");
        try (Connection push = Given.pushUnderWay(900001)) {
            ValidatableResponse sent = file(As.user(ACCOUNT, "mis-integration"), 900001);
            Jobs.oneWaitsForItsSchool();
            revoke(id, "Stolen secret.").statusCode(200);
            Jobs.ended(As::dataManager, sent)
                    .body("status", equalTo("failed"))
                    .body("cancelled", equalTo(true))
                    .body("failure", equalTo("Cancelled by the revocation of Arbor; nothing was kept."));
        }
        assertEquals(0, Given.number("select count(*) from pupil_year"));
    }

    @Test
    void aFileOfARegisteredClientIsTakenIn() {
        register(arbor(900001)).statusCode(201);
        RequestSpecification client = As.user(ACCOUNT, "mis-integration");
        Jobs.ended(() -> As.user(ACCOUNT, "mis-integration"), file(client, 900001))
                .body("status", equalTo("completed"))
                .body("counts.created", equalTo(1));
    }

    @Test
    void whatDoesNotFitIsToldWithItsPath() {
        Map<String, Object> wanted = arbor(900001, 900099);
        wanted.put("kinds", List.of(Map.of("kind", "pupils"), Map.of("kind", "grades")));
        register(wanted)
                .statusCode(422)
                .body("errors.path", contains("/schools/1", "/kinds/1/kind"))
                .body("errors.code", contains("unknown-school", "unknown-code"));
        wanted = arbor(900001);
        wanted.put("contactEmail", "nobody");
        register(wanted).statusCode(422).body("errors[0].path", equalTo("/contactEmail"));
        As.administrator().get(PATH + "/" + UUID.randomUUID()).then().statusCode(404);
    }
}
