package org.uplift.evaluation;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

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
class SuccessorResourceTest {
    private String cycle;
    private String reading;

    /** Reading goes on with one of its two actions, maths does not. */
    @BeforeEach
    void evaluated() {
        Given.school(900001, "Alder Primary", "IN_TRUST");
        Given.school(900002, "Beech Primary", "IN_TRUST");
        cycle = Planned.cycle(head(), 900001);
        reading = Planned.priority(SuccessorResourceTest::head, cycle, "Reading");
        String maths = Planned.priority(SuccessorResourceTest::head, cycle, "Maths");
        Planned.target(head(), reading, "ALL");
        decide(Planned.action(head(), reading, "Teach inference"), "carry-forward");
        decide(Planned.action(head(), reading, "Buy books"), "drop");
        decide(Planned.action(head(), maths, "Daily arithmetic"), "carry-forward");
        Planned.stage(cycle, "EVALUATING");
        Planned.evaluation(head(), reading, ",\"carryForward\":true,\"lessons\":\"Begin in September\"");
        Planned.evaluation(head(), maths, "");
    }

    private static RequestSpecification head() {
        return As.head(900001);
    }

    private static void decide(String action, String decision) {
        head().contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body("{\"carryForward\":\"" + decision + "\"}")
                .patch("/api/v1/actions/" + action)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse begin(RequestSpecification as) {
        return as.post("/api/v1/cycles/" + cycle + "/successor").then();
    }

    @Test
    void thoseWhoMayNotAreRefused() {
        Planned.stage(cycle, "CLOSED");
        begin(As.anonymous()).statusCode(401);
        begin(As.dataManager()).statusCode(403);
        begin(As.inTrust("trustee", "trustee")).statusCode(403);
        begin(As.inSchool("visitor", "system-leader", 900001)).statusCode(403);
        begin(As.head(900002)).statusCode(404);
    }

    @Test
    void theNextCycleBeginsWhenThisOneIsClosed() {
        begin(head()).statusCode(409).body("detail", containsString("is in evaluating"));
    }

    @Test
    void itGoesOnWithWhatIsCarriedForward() {
        Planned.stage(cycle, "CLOSED");
        String next = begin(head())
                .statusCode(201)
                .header("ETag", "\"0\"")
                .body("academicYear", equalTo("2026/2027"))
                .body("stage", equalTo("planning"))
                .body("schoolUrn", equalTo(900001))
                .body("priorities", equalTo(1))
                .body("previousId", equalTo(cycle))
                .body("nextId", nullValue())
                .extract()
                .path("id");
        head().get("/api/v1/cycles/" + next + "/plan")
                .then()
                .body("priorities.priority.title", contains("Reading"))
                .body("priorities[0].priority.carriedFrom", equalTo(reading))
                .body("priorities[0].priority.position", equalTo(1))
                .body(
                        "priorities[0].priority.rationale",
                        equalTo("It fell\n\nCarried forward from 2025/2026: Begin in September"))
                .body("priorities[0].priority.leadRole", equalTo("Reading lead"))
                .body("priorities[0].priority.contributesTo", nullValue())
                .body(
                        "priorities[0].priority.evidence.label",
                        containsInAnyOrder("Evaluation of 2025/2026: partly achieved", "Fell by 6 points"))
                .body("priorities[0].targets", hasSize(0))
                .body("priorities[0].actions.title", contains("Teach inference"))
                .body("priorities[0].actions[0].status", equalTo("planned"))
                .body("priorities[0].actions[0].startsOn", nullValue())
                .body("priorities[0].actions[0].dueOn", nullValue())
                .body("priorities[0].actions[0].carryForward", nullValue())
                .body("priorities[0].actions[0].successCriterion", equalTo("Taught in every class"));
        head().get("/api/v1/cycles/" + cycle)
                .then()
                .body("nextId", equalTo(next))
                .body("stage", equalTo("closed"));
        head().get("/api/v1/activity?subject=cycle&subjectId=" + next)
                .then()
                .body(
                        "results.summary",
                        contains("began the cycle of 2026/2027 from the evaluation of 2025/2026, with 1 priority"));
        begin(head()).statusCode(409).body("link", equalTo("/api/v1/cycles/" + next));
        begin(As.trustLeader()).statusCode(409);
    }

    @Test
    void repeatedWithItsKeyItBeginsOnce() {
        Planned.stage(cycle, "CLOSED");
        String key = UUID.randomUUID().toString();
        String next = begin(head().header("Idempotency-Key", key))
                .statusCode(201)
                .extract()
                .path("id");
        begin(head().header("Idempotency-Key", key)).statusCode(201).body("id", equalTo(next));
        head().get("/api/v1/cycles?academicYear=2026/2027").then().body("results.id", contains(next));
    }

    @Test
    void aLongRationaleMakesRoomForWhatWasLearnt() {
        Given.run("update priority set rationale = repeat('x', 5000) where id = cast(? as uuid)", reading);
        Planned.stage(cycle, "CLOSED");
        String next = begin(head()).statusCode(201).extract().path("id");
        String carried = head().get("/api/v1/cycles/" + next + "/priorities")
                .then()
                .body("results[0].rationale.length()", equalTo(5000))
                .body("results[0].rationale", containsString("2025/2026: Begin in September"))
                .extract()
                .path("results[0].id");
        head().contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body("{\"area\":\"Curriculum\"}")
                .patch("/api/v1/priorities/" + carried)
                .then()
                .statusCode(200);
    }

    @Test
    void theTrustsCycleGoesOnInTheSameWay() {
        String trust = Planned.cycle(As.trustLeader(), 0);
        String attendance = Planned.priority(As::trustLeader, trust, "Attendance");
        Planned.stage(trust, "EVALUATING");
        Planned.evaluation(As.trustLeader(), attendance, ",\"carryForward\":true");
        Planned.stage(trust, "CLOSED");
        As.trustLeader()
                .post("/api/v1/cycles/" + trust + "/successor")
                .then()
                .statusCode(201)
                .body("schoolUrn", nullValue())
                .body("previousId", equalTo(trust));
        As.trustLeader().get("/api/v1/cycles/" + trust).then().body("moves.stage", hasItem("evaluating"));
    }
}
