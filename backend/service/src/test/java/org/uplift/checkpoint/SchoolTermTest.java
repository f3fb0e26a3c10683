package org.uplift.checkpoint;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.Planned;
import org.uplift.testing.UpliftTest;

/** What the schools' own checkpoints said in the term in which the trust looks at its cycle. */
@UpliftTest
class SchoolTermTest {
    private static final String NARRATIVE = "Pupils read aloud with confidence";

    private String trust;
    private String aim;
    private String school;
    private String priority;

    @BeforeEach
    void plans() {
        Given.school(900001);
        Given.school(900002);
        trust = Planned.cycle(As.trustLeader(), 0);
        aim = Planned.priority(As::trustLeader, trust, "Reading everywhere");
        school = Planned.cycle(head(), 900001);
        priority = Planned.post(
                        head(),
                        "/api/v1/cycles/" + school + "/priorities",
                        "{\"title\":\"Reading\",\"contributesTo\":\"" + aim + "\"}")
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static RequestSpecification head() {
        return As.head(900001);
    }

    private static String begin(RequestSpecification as, String cycle, String held, String priority, String judgement) {
        return Planned.post(
                        as,
                        "/api/v1/checkpoints",
                        "{\"cycleId\":\"" + cycle + "\",\"type\":\"data-review\",\"plannedOn\":\"" + held
                                + "\",\"heldOn\":\"" + held + "\",\"foci\":[{\"kind\":\"priority\",\"reference\":\""
                                + priority + "\",\"judgement\":\"" + judgement + "\",\"narrative\":\"" + NARRATIVE
                                + "\"}]}")
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void sign(String checkpoint) {
        head().post("/api/v1/checkpoints/" + checkpoint + "/submission").then().statusCode(200);
        head().post("/api/v1/checkpoints/" + checkpoint + "/sign-off").then().statusCode(200);
        As.trustLeader()
                .post("/api/v1/checkpoints/" + checkpoint + "/sign-off")
                .then()
                .body("status", equalTo("signed-off"));
    }

    private String ofTrust() {
        return "/api/v1/checkpoints/" + begin(As.trustLeader(), trust, "2026-03-20", aim, "on-track") + "/schools";
    }

    @Test
    void thoseWhoMayNotAreRefused() {
        String path = ofTrust();
        As.anonymous().get(path).then().statusCode(401);
        As.dataManager().get(path).then().statusCode(403);
        head().get(path).then().statusCode(404);
        As.inTrust("trustee", "trustee").get(path).then().statusCode(200);
        String own = begin(head(), school, "2026-03-02", priority, "at-risk");
        As.trustLeader().get("/api/v1/checkpoints/" + own + "/schools").then().statusCode(409);
    }

    @Test
    void theLastSignedJudgementOfTheTermIsShown() {
        String autumn = begin(head(), school, "2025-11-10", priority, "off-track");
        String january = begin(head(), school, "2026-01-20", priority, "at-risk");
        String march = begin(head(), school, "2026-03-02", priority, "on-track");
        sign(autumn);
        sign(january);
        As.trustLeader()
                .get(ofTrust())
                .then()
                .statusCode(200)
                .body("results.schoolUrn", contains(900001, 900002))
                .body("results.checkpoints", contains(1, 0))
                .body("results[0].priorities.title", contains("Reading"))
                .body("results[0].priorities[0].judgement", equalTo("at-risk"))
                .body("results[0].priorities[0].checkpointId", equalTo(january))
                .body("results[0].priorities[0].heldOn", equalTo("2026-01-20"))
                .body("results[1].priorities", hasSize(0));
        sign(march);
        As.trustLeader()
                .get(ofTrust())
                .then()
                .body("results[0].checkpoints", equalTo(2))
                .body("results[0].priorities[0].judgement", equalTo("on-track"));
    }

    @Test
    void whatWasNotLookedAtIsNotJudged() {
        As.trustLeader()
                .get(ofTrust())
                .then()
                .body("results[0].priorities.contributesTo", contains(aim))
                .body("results[0].priorities[0].judgement", nullValue());
    }
}
