package org.uplift.checkpoint;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.UpliftTest;

@UpliftTest
class AdjustmentResourceTest {
    private static final String PATCH = "application/merge-patch+json";
    private static final String LOG = "/api/v1/adjustments";

    private String cycle;
    private String priority;

    @BeforeEach
    void priority() {
        Given.school(900001);
        Given.school(900002);
        cycle = id(post(head(), "/api/v1/cycles", "{\"schoolUrn\":900001,\"academicYear\":\"2025/2026\"}"));
        priority = id(post(head(), "/api/v1/cycles/" + cycle + "/priorities", "{\"title\":\"Maths\"}"));
    }

    private static RequestSpecification head() {
        return As.head(900001);
    }

    private static ValidatableResponse post(RequestSpecification as, String path, String body) {
        return as.contentType("application/json").body(body).post(path).then();
    }

    private static String id(ValidatableResponse created) {
        return created.statusCode(201).extract().path("id");
    }

    private String list() {
        return "/api/v1/priorities/" + priority + "/adjustments";
    }

    private static String body(String noticed, String more) {
        return "{\"noticed\":\"" + noticed + "\",\"change\":\"Ten minutes begin each lesson\","
                + "\"expectedEffect\":\"Nine in ten corrections are done\",\"expectedBy\":\"2026-03-31\"" + more + "}";
    }

    private String adjustment(String noticed) {
        return id(post(head(), list(), body(noticed, "")));
    }

    private static ValidatableResponse patch(RequestSpecification as, String id, String tag, String body) {
        return as.contentType(PATCH)
                .header("If-Match", tag)
                .body(body)
                .patch(LOG + "/" + id)
                .then();
    }

    private void isRefused(int status, Supplier<RequestSpecification> as, String id) {
        post(as.get(), list(), body("Few corrections", "")).statusCode(status);
        patch(as.get(), id, "\"0\"", "{\"noticed\":\"None\"}").statusCode(status);
        post(as.get(), LOG + "/" + id + "/decision", "{\"status\":\"dropped\",\"reason\":\"No effect\"}")
                .statusCode(status);
    }

    @Test
    void thoseWhoMayNotAreRefused() {
        String id = adjustment("Few corrections");
        isRefused(401, As::anonymous, id);
        isRefused(404, () -> As.head(900002), id);
        isRefused(403, () -> As.inTrust("trustee", "trustee"), id);
        for (String path : new String[] {LOG, LOG + "/" + id, list()}) {
            As.anonymous().get(path).then().statusCode(401);
            As.dataManager().get(path).then().statusCode(403);
            As.inTrust("trustee", "trustee").get(path).then().statusCode(200);
        }
        As.head(900002).get(LOG + "/" + id).then().statusCode(404);
        As.head(900002).get(list()).then().statusCode(404);
        As.head(900002).get(LOG).then().statusCode(200).body("results", hasSize(0));
    }

    @Test
    void itIsOpenUntilSomebodyDecides() {
        String id = adjustment("Few corrections");
        head().get(LOG + "/" + id)
                .then()
                .header("ETag", notNullValue())
                .body("status", equalTo("open"))
                .body("priorityTitle", equalTo("Maths"))
                .body("academicYear", equalTo("2025/2026"));
        patch(head(), id, "\"0\"", "{\"noticed\":\"Hardly any corrections\"}")
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("noticed", equalTo("Hardly any corrections"))
                .body("change", equalTo("Ten minutes begin each lesson"));
        patch(head(), id, "\"0\"", "{\"noticed\":\"Mine\"}")
                .statusCode(412)
                .body("current.noticed", equalTo("Hardly any corrections"));
        head().contentType(PATCH).body("{}").patch(LOG + "/" + id).then().statusCode(428);
        String decision = LOG + "/" + id + "/decision";
        post(head(), decision, "{\"status\":\"kept\",\"reason\":\"It works\"}")
                .statusCode(422)
                .body("errors[0].path", equalTo("/effectSeen"));
        post(head(), decision, "{\"status\":\"open\",\"reason\":\"Wait\"}").statusCode(422);
        post(head(), decision, "{\"status\":\"kept\",\"reason\":\" \"}").statusCode(422);
        post(head(), decision, "{\"status\":\"kept\",\"reason\":\"It works\",\"effectSeen\":\"Nearly all are done\"}")
                .statusCode(200)
                .body("status", equalTo("kept"))
                .body("decidedOn", notNullValue())
                .body("effectSeen", equalTo("Nearly all are done"));
        post(head(), decision, "{\"status\":\"dropped\",\"reason\":\"Else\"}").statusCode(409);
        patch(head(), id, "*", "{\"noticed\":\"Else\"}").statusCode(409);
        head().get("/api/v1/activity?subject=adjustment&subjectId=" + id)
                .then()
                .body("results[0].summary", equalTo("kept a small improvement of \"Maths\""))
                .body("results[0].reason", equalTo("It works"))
                .body("results.summary", hasItem("began a small improvement of \"Maths\""));
    }

    @Test
    void whatIsNoSmallImprovementIsInvalid() {
        post(head(), list(), body(" ", "")).statusCode(422).body("errors[0].path", equalTo("/noticed"));
        post(head(), list(), body("x".repeat(2001), "")).statusCode(422);
        post(head(), list(), "{\"noticed\":\"x\",\"change\":\"x\",\"expectedEffect\":\"x\"}")
                .statusCode(422)
                .body("errors[0].path", equalTo("/expectedBy"));
        post(head(), list(), body("x", ",\"checkpointId\":\"" + UUID.randomUUID() + "\""))
                .statusCode(422)
                .body("errors[0].path", equalTo("/checkpointId"));
        head().get(LOG + "?status=done").then().statusCode(422);
    }

    @Test
    void itRemembersTheCheckpointAtWhichItWasNoticed() {
        String checkpoint = id(post(
                head(),
                "/api/v1/checkpoints",
                "{\"cycleId\":\"" + cycle + "\",\"type\":\"book-look\",\"plannedOn\":\"2026-01-20\"}"));
        post(head(), list(), body("Few corrections", ",\"checkpointId\":\"" + checkpoint + "\""))
                .statusCode(201)
                .body("checkpointId", equalTo(checkpoint));
    }

    @Test
    void theLogIsSearchedInTheFormsOfWords() {
        String corrections = adjustment("Few corrections in books");
        String talk = adjustment("Partners talk too little");
        String foreign =
                id(post(As.head(900002), "/api/v1/cycles", "{\"schoolUrn\":900002,\"academicYear\":\"2024/2025\"}"));
        String reading =
                id(post(As.head(900002), "/api/v1/cycles/" + foreign + "/priorities", "{\"title\":\"Reading\"}"));
        String elsewhere = id(
                post(As.head(900002), "/api/v1/priorities/" + reading + "/adjustments", body("Talking in pairs", "")));
        As.trustLeader().get(LOG + "?search=talked").then().body("results.id", contains(elsewhere, talk));
        head().get(LOG + "?search=talked").then().body("results.id", contains(talk));
        head().get(LOG + "?search=few book").then().body("results.id", contains(corrections));
        head().get(LOG + "?search=\"' & | ! :* (").then().statusCode(200);
        As.trustLeader().get(LOG + "?academicYear=2024/2025").then().body("results.id", contains(elsewhere));
        As.trustLeader().get(LOG + "?schoolUrn=900001&pageSize=1").then().body("paging.totalResults", equalTo(2));
        As.trustLeader().get(LOG + "?status=kept").then().body("results", hasSize(0));
        As.trustLeader().get(LOG + "?cycleId=" + foreign).then().body("results.id", contains(elsewhere));
        As.trustLeader().get(LOG + "?cycleId=" + UUID.randomUUID()).then().body("results", hasSize(0));
        As.trustLeader().get(LOG + "?priorityId=" + reading).then().body("results.id", contains(elsewhere));
        head().get(list()).then().body("results.id", contains(talk, corrections));
    }
}
