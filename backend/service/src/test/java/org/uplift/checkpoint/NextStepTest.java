package org.uplift.checkpoint;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.Planned;
import org.uplift.testing.UpliftTest;

/** What a checkpoint agrees on is an action of the plan, and stays in the checkpoint as it was agreed. */
@UpliftTest
class NextStepTest {
    private static final String NARRATIVE = "Pupils read aloud with confidence";

    private String cycle;
    private String priority;
    private String checkpoint;

    @BeforeEach
    void draft() {
        Given.school(900001);
        Given.school(900002);
        cycle = Planned.cycle(head(), 900001);
        priority = Planned.priority(NextStepTest::head, cycle, "Reading");
        checkpoint = Planned.post(
                        expert(),
                        "/api/v1/checkpoints",
                        "{\"cycleId\":\"" + cycle
                                + "\",\"type\":\"learning-walk\",\"plannedOn\":\"2026-01-20\",\"heldOn\":\"2026-01-20\","
                                + "\"visitorPersonId\":\"" + Given.person("expert")
                                + "\",\"foci\":[{\"kind\":\"priority\",\"reference\":\""
                                + priority + "\",\"judgement\":\"at-risk\",\"narrative\":\"" + NARRATIVE + "\"}]}")
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static RequestSpecification head() {
        return As.head(900001);
    }

    private static RequestSpecification expert() {
        return As.inSchool("expert", "system-leader", 900001);
    }

    private String steps() {
        return "/api/v1/checkpoints/" + checkpoint + "/next-steps";
    }

    private String step() {
        return "{\"priorityId\":\"" + priority
                + "\",\"title\":\"Observe inference in year 4\",\"leadRole\":\"Reading lead\",\"dueOn\":\"2026-03-27\"}";
    }

    private ValidatableResponse agree(RequestSpecification as) {
        return Planned.post(as, steps(), step());
    }

    private void sign() {
        expert().post("/api/v1/checkpoints/" + checkpoint + "/submission")
                .then()
                .statusCode(200);
        expert().post("/api/v1/checkpoints/" + checkpoint + "/sign-off").then().statusCode(200);
        head().post("/api/v1/checkpoints/" + checkpoint + "/sign-off").then().body("status", equalTo("signed-off"));
    }

    @Test
    void thoseWhoMayNotAreRefused() {
        String one = agree(expert()).statusCode(201).extract().path("id");
        agree(As.anonymous()).statusCode(401);
        agree(As.head(900002)).statusCode(404);
        agree(As.inSchool("committee", "committee-member", 900001)).statusCode(403);
        As.anonymous().delete(steps() + "/" + one).then().statusCode(401);
        As.head(900002).delete(steps() + "/" + one).then().statusCode(404);
        As.inSchool("committee", "committee-member", 900001)
                .delete(steps() + "/" + one)
                .then()
                .statusCode(403);
        As.inSchool("committee", "committee-member", 900001)
                .get("/api/v1/checkpoints/" + checkpoint)
                .then()
                .body("nextSteps", hasSize(0));
    }

    @Test
    void itIsAnActionAtOnceAndSaysWhereItWasAgreed() {
        String action = agree(expert())
                .statusCode(201)
                .body("title", equalTo("Observe inference in year 4"))
                .body("lead", equalTo("Reading lead"))
                .body("actionStatus", equalTo("planned"))
                .extract()
                .path("actionId");
        head().get("/api/v1/actions/" + action)
                .then()
                .body("title", equalTo("Observe inference in year 4"))
                .body("dueOn", equalTo("2026-03-27"))
                .body("priorityId", equalTo(priority))
                .body("agreedAtCheckpointId", equalTo(checkpoint));
        Planned.post(head(), "/api/v1/actions/" + action + "/updates", "{\"text\":\"Begun\",\"status\":\"under-way\"}")
                .statusCode(201);
        head().get("/api/v1/checkpoints/" + checkpoint)
                .then()
                .body("nextSteps.title", contains("Observe inference in year 4"))
                .body("nextSteps.actionStatus", contains("under-way"));
        head().get("/api/v1/activity?subject=action&subjectId=" + action)
                .then()
                .body(
                        "results.summary",
                        org.hamcrest.Matchers.hasItem(
                                "planned action \"Observe inference in year 4\" at a checkpoint"));
    }

    @Test
    void sentTwiceItIsAgreedOnce() {
        String key = UUID.randomUUID().toString();
        String first = agree(expert().header("Idempotency-Key", key))
                .statusCode(201)
                .extract()
                .path("id");
        agree(expert().header("Idempotency-Key", key)).statusCode(201).body("id", equalTo(first));
        head().get("/api/v1/priorities/" + priority + "/actions").then().body("results", hasSize(1));
    }

    @Test
    void whatIsNoNextStepIsInvalid() {
        String foreign = Planned.priority(() -> As.head(900002), Planned.cycle(As.head(900002), 900002), "Maths");
        for (String other : List.of(foreign, UUID.randomUUID().toString())) {
            Planned.post(expert(), steps(), step().replace(priority, other))
                    .statusCode(422)
                    .body("errors[0].path", equalTo("/priorityId"));
        }
        Planned.post(expert(), steps(), step().replace("Observe inference in year 4", " "))
                .statusCode(422)
                .body("errors[0].path", equalTo("/title"));
        Planned.post(
                        expert(),
                        steps(),
                        "{\"priorityId\":\"" + priority + "\",\"title\":\"x\",\"leadPersonId\":\"" + UUID.randomUUID()
                                + "\"}")
                .statusCode(422)
                .body("errors[0].path", equalTo("/leadPersonId"));
        head().get("/api/v1/priorities/" + priority + "/actions").then().body("results", hasSize(0));
    }

    @Test
    void itIsTakenBackWithItsActionWhileNothingWasReported() {
        String one = agree(expert()).extract().path("id");
        String other = agree(expert()).extract().path("id");
        String action = head().get("/api/v1/checkpoints/" + checkpoint).path("nextSteps[1].actionId");
        expert().delete(steps() + "/" + one).then().statusCode(204);
        expert().delete(steps() + "/" + one).then().statusCode(404);
        Planned.post(head(), "/api/v1/actions/" + action + "/updates", "{\"text\":\"Begun\"}")
                .statusCode(201);
        expert().delete(steps() + "/" + other).then().statusCode(409);
        head().get("/api/v1/priorities/" + priority + "/actions").then().body("results.id", contains(action));
    }

    @Test
    void afterTheSignaturesItStaysAsItWasAgreed() {
        String one = agree(expert()).extract().path("id");
        String action = head().get("/api/v1/checkpoints/" + checkpoint).path("nextSteps[0].actionId");
        sign();
        agree(expert()).statusCode(409);
        expert().delete(steps() + "/" + one).then().statusCode(409);
        head().header("If-Match", "*")
                .delete("/api/v1/actions/" + action)
                .then()
                .statusCode(409);
        head().header("If-Match", "*")
                .delete("/api/v1/priorities/" + priority)
                .then()
                .statusCode(409);
        head().header("If-Match", "*")
                .contentType("application/merge-patch+json")
                .body("{\"title\":\"Observe inference in years 4 and 5\"}")
                .patch("/api/v1/actions/" + action)
                .then()
                .statusCode(200);
        head().get("/api/v1/checkpoints/" + checkpoint)
                .then()
                .body("nextSteps.title", contains("Observe inference in year 4"));
    }

    @Test
    void actionsAreLookedAtWhenSomebodyChoosesThem() {
        String action = Planned.action(head(), priority, "Teach inference");
        String walk = "{\"cycleId\":\"" + cycle + "\",\"type\":\"learning-walk\",\"plannedOn\":\"2026-01-20\"";
        Planned.post(expert(), "/api/v1/checkpoints", walk + "}")
                .statusCode(201)
                .body("foci.kind", contains("priority"));
        Planned.post(
                        expert(),
                        "/api/v1/checkpoints",
                        walk + ",\"foci\":[{\"kind\":\"action\",\"reference\":\"" + action + "\"}]}")
                .statusCode(201)
                .body("foci.kind", contains("action"))
                .body("foci[0].label", equalTo("Teach inference by 18 December 2025"))
                .body("foci[0].judgement", nullValue());
        Planned.post(
                        expert(),
                        "/api/v1/checkpoints",
                        walk + ",\"foci\":[{\"kind\":\"action\",\"reference\":\"" + priority + "\"}]}")
                .statusCode(422)
                .body("errors[0].code", equalTo("unknown-action"));
    }
}
