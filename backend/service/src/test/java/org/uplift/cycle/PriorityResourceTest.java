package org.uplift.cycle;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.Planned;
import org.uplift.testing.UpliftTest;

@UpliftTest
class PriorityResourceTest {
    private static final String PATCH = "application/merge-patch+json";

    private String cycle;

    @BeforeEach
    void cycle() {
        Given.school(900001);
        Given.school(900002);
        cycle = post(As.head(900001), "/api/v1/cycles", "{\"schoolUrn\":900001,\"academicYear\":\"2025/2026\"}")
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
                .patch("/api/v1/priorities/" + id)
                .then();
    }

    private String list() {
        return "/api/v1/cycles/" + cycle + "/priorities";
    }

    private String priority(String title) {
        return post(As.head(900001), list(), "{\"title\":\"" + title + "\"}")
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static ValidatableResponse evidence(RequestSpecification as, String id, String body) {
        return post(as, "/api/v1/priorities/" + id + "/evidence", body);
    }

    private static void isRefused(
            int status, java.util.function.Supplier<RequestSpecification> as, String cycle, String id) {
        String one = "/api/v1/priorities/" + id;
        post(as.get(), "/api/v1/cycles/" + cycle + "/priorities", "{\"title\":\"Maths\"}")
                .statusCode(status);
        patch(as.get(), id, "\"0\"", "{\"title\":\"Maths\"}").statusCode(status);
        as.get().header("If-Match", "\"0\"").delete(one).then().statusCode(status);
        evidence(as.get(), id, "{\"kind\":\"note\",\"label\":\"Seen\"}").statusCode(status);
        as.get()
                .header("If-Match", "\"0\"")
                .delete(one + "/evidence/" + UUID.randomUUID())
                .then()
                .statusCode(status);
    }

    @Test
    void thoseWhoMayNotAreRefused() {
        String id = priority("Reading");
        isRefused(401, As::anonymous, cycle, id);
        isRefused(404, () -> As.head(900002), cycle, id);
        isRefused(403, () -> As.inTrust("trustee", "trustee"), cycle, id);
        Given.person("both");
        Given.schoolMembership("both", "school-leader", 900002);
        Given.schoolMembership("both", "system-leader", 900001);
        isRefused(403, () -> As.user("both", "school-leader", "system-leader"), cycle, id);
        As.anonymous().get(list()).then().statusCode(401);
        As.anonymous().get("/api/v1/priorities/" + id).then().statusCode(401);
        As.head(900002).get(list()).then().statusCode(404);
        As.head(900002).get("/api/v1/priorities/" + id).then().statusCode(404);
        As.dataManager().get(list()).then().statusCode(403);
        As.dataManager().get("/api/v1/priorities/" + id).then().statusCode(403);
        As.inTrust("trustee", "trustee").get("/api/v1/priorities/" + id).then().statusCode(200);
        As.inTrust("trustee", "trustee").get(list()).then().statusCode(200).body("results", hasSize(1));
    }

    @Test
    void prioritiesComeInTheirOrder() {
        String reading = priority("Reading");
        priority("Maths");
        post(As.head(900001), list(), "{\"title\":\"Attendance\",\"area\":\"Inclusion\",\"position\":7}")
                .statusCode(201)
                .header("ETag", "\"0\"")
                .body("cycleId", equalTo(cycle))
                .body("schoolUrn", equalTo(900001))
                .body("position", equalTo(7))
                .body("area", equalTo("Inclusion"))
                .body("evidence", hasSize(0));
        priority("Writing");
        patch(As.head(900001), reading, "\"0\"", "{\"position\":9}").statusCode(200);
        As.head(900001)
                .get(list())
                .then()
                .statusCode(200)
                .body("results.title", contains("Maths", "Attendance", "Writing", "Reading"))
                .body("paging.totalResults", equalTo(4));
        As.head(900001).get(list() + "?pageSize=1&page=2").then().body("results.title", contains("Attendance"));
        As.head(900001).get(list() + "?page=0").then().statusCode(422);
    }

    @Test
    void whatIsNotAPriorityIsInvalid() {
        post(As.head(900001), list(), "{\"title\":\" \"}").statusCode(422).body("errors[0].path", equalTo("/title"));
        post(As.head(900001), list(), "{\"title\":\"" + "x".repeat(201) + "\"}")
                .statusCode(422)
                .body("errors[0].path", equalTo("/title"));
        post(As.head(900001), list(), "{\"title\":\"Maths\",\"position\":0}")
                .statusCode(422)
                .body("errors[0].path", equalTo("/position"));
        post(As.head(900001), list(), "{\"title\":\"Maths\",\"leadPersonId\":\"" + UUID.randomUUID() + "\"}")
                .statusCode(422)
                .body("errors[0].path", equalTo("/leadPersonId"));
        post(
                        As.head(900001),
                        list(),
                        "{\"title\":\"Maths\",\"leadRole\":\"Head\",\"leadPersonId\":\"" + Given.person("head.900001")
                                + "\"}")
                .statusCode(422)
                .body("errors[0].path", equalTo("/leadRole"));
        post(As.head(900001), list(), "{\"title\":").statusCode(400);
    }

    @Test
    void aPriorityIsChangedOnThePresentVersionOnly() {
        String id = priority("Reading");
        String address = "/api/v1/priorities/" + id;
        As.head(900001)
                .contentType(PATCH)
                .body("{\"title\":\"Maths\"}")
                .patch(address)
                .then()
                .statusCode(428);
        patch(As.head(900001), id, "\"3\"", "{\"title\":\"Maths\"}")
                .statusCode(412)
                .body("current.title", equalTo("Reading"));
        patch(
                        As.head(900001),
                        id,
                        "\"0\"",
                        "{\"rationale\":\"It fell\",\"leadPersonId\":\"" + Given.person("head.900001") + "\"}")
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("title", equalTo("Reading"))
                .body("leadName", equalTo("Account head.900001"));
        patch(As.head(900001), id, "\"1\"", "{\"leadPersonId\":null,\"title\":null}")
                .statusCode(422)
                .body("errors[0].path", equalTo("/title"));
        patch(As.head(900001), id, "\"1\"", "{\"leadPersonId\":null}")
                .statusCode(200)
                .body("leadName", nullValue());
        patch(As.head(900001), id, "\"2\"", "{\"cycleId\":\"x\"}")
                .statusCode(422)
                .body("errors[0].code", equalTo("unknown-field"));
        String tag =
                As.head(900001).get(address).then().statusCode(200).extract().header("ETag");
        As.head(900001).header("If-None-Match", tag).get(address).then().statusCode(304);
        As.head(900001)
                .get("/api/v1/activity?subject=priority&subjectId=" + id)
                .then()
                .body("results[1].changes.field", contains("rationale", "leadPersonId"))
                .body("results[1].changes[0].after", equalTo("It fell"));
    }

    @Test
    void aPriorityIsDeletedWithWhatBelongsToIt() {
        String id = priority("Reading");
        String address = "/api/v1/priorities/" + id;
        evidence(As.head(900001), id, "{\"kind\":\"note\",\"label\":\"Seen\"}").statusCode(201);
        As.head(900001).delete(address).then().statusCode(428);
        As.head(900001).header("If-Match", "\"0\"").delete(address).then().statusCode(412);
        As.head(900001).header("If-Match", "\"1\"").delete(address).then().statusCode(204);
        As.head(900001).get(address).then().statusCode(404);
        As.head(900001)
                .get("/api/v1/activity?subject=priority")
                .then()
                .body("results.summary", hasItem(containsString("deleted priority \"Reading\"")));
    }

    @Test
    void evidencePointsAtWhatIsThere() {
        String id = priority("Reading");
        UUID inspection = inspection(900001);
        UUID elsewhere = inspection(900002);
        evidence(As.head(900001), id, "{\"kind\":\"outcome\",\"reference\":\"KS2_RWM_EXP\",\"label\":\"Fell\"}")
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("kind", equalTo("outcome"));
        evidence(
                        As.head(900001),
                        id,
                        "{\"kind\":\"inspection\",\"reference\":\"" + inspection + "\",\"label\":\"Judged\"}")
                .statusCode(201);
        evidence(As.head(900001), id, "{\"kind\":\"url\",\"reference\":\"https://example.org/a\",\"label\":\"Read\"}")
                .statusCode(201);
        evidence(As.head(900001), id, "{\"kind\":\"note\",\"label\":\"Seen\"}").statusCode(201);
        As.head(900001)
                .get("/api/v1/priorities/" + id)
                .then()
                .statusCode(200)
                .header("ETag", startsWith("\"4-"))
                .body("evidence.label", contains("Fell", "Judged", "Read", "Seen"));
        for (String wrong : new String[] {
            "{\"kind\":\"outcome\",\"reference\":\"KS9\",\"label\":\"x\"}",
            "{\"kind\":\"outcome\",\"label\":\"x\"}",
            "{\"kind\":\"inspection\",\"reference\":\"" + elsewhere + "\",\"label\":\"x\"}",
            "{\"kind\":\"inspection\",\"reference\":\"last year's\",\"label\":\"x\"}",
            "{\"kind\":\"url\",\"reference\":\"javascript:alert(1)\",\"label\":\"x\"}",
            "{\"kind\":\"note\",\"reference\":\"KS2_RWM_EXP\",\"label\":\"x\"}"
        }) {
            evidence(As.head(900001), id, wrong).statusCode(422).body("errors[0].path", equalTo("/reference"));
        }
        evidence(As.head(900001), id, "{\"kind\":\"rumour\",\"label\":\"x\"}")
                .statusCode(422)
                .body("errors[0].path", equalTo("/kind"));
        evidence(As.head(900001), id, "{\"kind\":\"note\",\"label\":\"\"}")
                .statusCode(422)
                .body("errors[0].path", equalTo("/label"));
    }

    @Test
    void anInspectionOfTheSchoolBeforeCounts() {
        String id = priority("Reading");
        Given.run("insert into school_link (school_urn, linked_urn, kind) values (900001, 900002, 'PREDECESSOR')");
        evidence(
                        As.head(900001),
                        id,
                        "{\"kind\":\"inspection\",\"reference\":\"" + inspection(900002) + "\",\"label\":\"Judged\"}")
                .statusCode(201);
    }

    @Test
    void evidenceIsTakenAwayOnThePresentVersionOnly() {
        String id = priority("Reading");
        String first = evidence(As.head(900001), id, "{\"kind\":\"note\",\"label\":\"First\"}")
                .extract()
                .path("id");
        evidence(As.head(900001), id, "{\"kind\":\"note\",\"label\":\"Second\"}")
                .statusCode(201);
        String address = "/api/v1/priorities/" + id + "/evidence/" + first;
        As.head(900001).delete(address).then().statusCode(428);
        As.head(900001)
                .header("If-Match", "\"0\"")
                .delete(address)
                .then()
                .statusCode(412)
                .body("current.evidence", hasSize(2));
        As.head(900001).header("If-Match", "\"2\"").delete(address).then().statusCode(204);
        As.head(900001).header("If-Match", "\"3\"").delete(address).then().statusCode(404);
        As.head(900001)
                .get("/api/v1/priorities/" + id)
                .then()
                .header("ETag", startsWith("\"3-"))
                .body("evidence.label", contains("Second"));
    }

    private ValidatableResponse order(String ifMatch, String... ids) {
        String body = java.util.Arrays.stream(ids)
                .map(id -> "\"" + id + "\"")
                .collect(java.util.stream.Collectors.joining(","));
        return As.head(900001)
                .header("If-Match", ifMatch)
                .contentType("application/json")
                .body("{\"priorityIds\":[" + body + "]}")
                .put(list().replace("priorities", "priority-order"))
                .then();
    }

    @Test
    void theOrderIsChangedAsAWholeOnThePresentVersionOfTheCycle() {
        String first = priority("Reading");
        String second = priority("Maths");
        String third = priority("Writing");
        order("\"0\"", third, first, second).statusCode(200).header("ETag", "\"1\"");
        As.head(900001).get(list()).then().body("results.title", contains("Writing", "Reading", "Maths"));
        order("\"0\"", first, second, third).statusCode(412).body("current.version", equalTo(1));
        order("*", first, second).statusCode(422).body("errors[0].code", equalTo("incomplete"));
        order("*", first, first, third).statusCode(422).body("errors[0].code", equalTo("repeated"));
        order("*", first, second, UUID.randomUUID().toString())
                .statusCode(422)
                .body("errors[0].path", equalTo("/priorityIds/2"));
        As.head(900001).get(list()).then().body("results.title", contains("Writing", "Reading", "Maths"));
        As.head(900001)
                .get("/api/v1/activity?subject=cycle")
                .then()
                .body("results[0].changes[0].after", equalTo("Writing; Reading; Maths"));
    }

    @Test
    void anEndedPriorityIsReadAndNoGateAsksForIt() {
        String id = priority("Reading");
        As.head(900001)
                .header("If-Match", "*")
                .contentType("application/json")
                .body("{\"reason\":\"Reached early\"}")
                .post("/api/v1/priorities/" + id + "/end")
                .then()
                .statusCode(200)
                .body("endReason", equalTo("Reached early"));
        patch(As.head(900001), id, "\"1\"", "{\"title\":\"Maths\"}").statusCode(409);
        evidence(As.head(900001), id, "{\"kind\":\"note\",\"label\":\"x\"}").statusCode(409);
        As.head(900001)
                .get(list().replace("/priorities", ""))
                .then()
                .body("priorities", equalTo(0))
                .body("moves[0].blockers.code", contains("no-priority"));
    }

    @Test
    void evidenceIsFollowedFromItsOtherEnd() {
        String id = priority("Reading");
        evidence(As.head(900001), id, "{\"kind\":\"outcome\",\"reference\":\"KS2_RWM_EXP\",\"label\":\"Fell\"}");
        String resting = "/api/v1/priorities?evidenceKind=outcome&reference=KS2_RWM_EXP&schoolUrn=900001";
        As.head(900001)
                .get(resting)
                .then()
                .statusCode(200)
                .body("results.id", contains(id))
                .body("results.academicYear", contains("2025/2026"));
        As.head(900001).get(resting.replace("RWM", "MAT")).then().body("results", hasSize(0));
        As.head(900002).get(resting).then().statusCode(200).body("results", hasSize(0));
        As.head(900001)
                .get("/api/v1/priorities?evidenceKind=rumour&reference=x")
                .then()
                .statusCode(422);
        As.head(900001).get("/api/v1/priorities").then().statusCode(422);
    }

    @Test
    void aPriorityOfASchoolContributesToOneOfTheTrustInTheSameYear() {
        String id = priority("Reading");
        String year = Planned.cycle(As.trustLeader(), 0);
        String trust = Planned.priority(As::trustLeader, year, "Attendance");
        As.head(900001)
                .get("/api/v1/trust-priorities?academicYear=2025/2026")
                .then()
                .statusCode(200)
                .body("results.title", contains("Attendance"))
                .body("results[0].size()", equalTo(2));
        As.head(900001)
                .get("/api/v1/trust-priorities?academicYear=2024/2025")
                .then()
                .body("results", hasSize(0));
        As.head(900001).get("/api/v1/trust-priorities").then().statusCode(422);
        patch(As.head(900001), id, "\"0\"", "{\"contributesTo\":\"" + trust + "\"}")
                .statusCode(200)
                .body("contributesTo", equalTo(trust));
        patch(As.head(900001), id, "*", "{\"contributesTo\":\"" + id + "\"}")
                .statusCode(422)
                .body("errors[0].path", equalTo("/contributesTo"));
        patch(As.trustLeader(), trust, "*", "{\"contributesTo\":\"" + id + "\"}")
                .statusCode(422);
        As.trustLeader()
                .header("If-Match", "*")
                .delete("/api/v1/priorities/" + trust)
                .then()
                .statusCode(409);
    }

    @Test
    void manyPrioritiesAreWarnedOfAndNeverRefused() {
        for (int at = 1; at <= 6; at++) {
            As.head(900001).get(list().replace("/priorities", "")).then().body("warnings", hasSize(0));
            priority("Priority " + at);
        }
        As.head(900001)
                .get(list().replace("/priorities", ""))
                .then()
                .body("warnings.code", contains("many-priorities"))
                .body("warnings[0].message", containsString("6 priorities"));
    }

    @Test
    void aPriorityOfTheTrustIsTheTrusts() {
        String trust = post(As.trustLeader(), "/api/v1/cycles", "{\"academicYear\":\"2025/2026\"}")
                .extract()
                .path("id");
        String id = post(As.trustLeader(), "/api/v1/cycles/" + trust + "/priorities", "{\"title\":\"Attendance\"}")
                .statusCode(201)
                .body("schoolUrn", nullValue())
                .extract()
                .path("id");
        evidence(
                        As.trustLeader(),
                        id,
                        "{\"kind\":\"inspection\",\"reference\":\"" + inspection(900002) + "\",\"label\":\"Judged\"}")
                .statusCode(201);
        As.head(900001).get("/api/v1/priorities/" + id).then().statusCode(404);
    }

    private static UUID inspection(int urn) {
        UUID id = UUID.randomUUID();
        Given.run(
                "insert into inspection (id, school_urn, inspected_urn, framework, inspection_type, start_date, source)"
                        + " values (?, ?, ?, 'siams', 'section-48', date '2024-05-01', 'RECORDED')",
                id,
                urn,
                urn);
        return id;
    }
}
