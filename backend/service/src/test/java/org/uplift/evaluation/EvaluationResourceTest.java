package org.uplift.evaluation;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.Planned;
import org.uplift.testing.UpliftTest;

@UpliftTest
class EvaluationResourceTest {
    private static final String PATCH = "application/merge-patch+json";

    @Inject
    SessionFactory sessions;

    private String cycle;
    private String priority;

    @BeforeEach
    void evaluating() {
        Given.school(900001, "Alder Primary", "IN_TRUST");
        Given.school(900002, "Beech Primary", "IN_TRUST");
        cycle = Planned.complete(EvaluationResourceTest::head, 900001);
        priority = head().get("/api/v1/cycles/" + cycle + "/priorities")
                .then()
                .extract()
                .path("results[0].id");
        Planned.stage(cycle, "EVALUATING");
    }

    private static RequestSpecification head() {
        return As.head(900001);
    }

    private static RequestSpecification trustee() {
        return As.inTrust("trustee", "trustee");
    }

    private String page() {
        return "/api/v1/cycles/" + cycle + "/evaluation";
    }

    private ValidatableResponse begin(RequestSpecification as, String body) {
        return Planned.post(as, "/api/v1/priorities/" + priority + "/evaluation", body);
    }

    private static ValidatableResponse patch(RequestSpecification as, String id, String tag, String body) {
        return as.contentType(PATCH)
                .header("If-Match", tag)
                .body(body)
                .patch("/api/v1/evaluations/" + id)
                .then();
    }

    private void isRefused(int status, Supplier<RequestSpecification> as, String id) {
        begin(as.get(), "{}").statusCode(status);
        patch(as.get(), id, "*", "{\"carryForward\":true}").statusCode(status);
    }

    @Test
    void thoseWhoMayNotAreRefused() {
        String id = Planned.evaluation(head(), priority, "");
        isRefused(401, As::anonymous, id);
        isRefused(404, () -> As.head(900002), id);
        isRefused(403, EvaluationResourceTest::trustee, id);
        isRefused(403, () -> As.inSchool("visitor", "system-leader", 900001), id);
        for (String path : new String[] {page(), "/api/v1/evaluations/" + id}) {
            As.anonymous().get(path).then().statusCode(401);
            As.head(900002).get(path).then().statusCode(404);
            As.dataManager().get(path).then().statusCode(403);
            trustee().get(path).then().statusCode(200);
        }
    }

    @Test
    void aPriorityIsEvaluatedOnceAndItsJudgementMayComeLater() {
        String id = begin(head(), "{\"whatWorked\":\"Boosters\"}")
                .statusCode(201)
                .header("ETag", "\"0\"")
                .header("Location", containsString("/api/v1/evaluations/"))
                .body("priorityId", equalTo(priority))
                .body("cycleId", equalTo(cycle))
                .body("judgement", nullValue())
                .body("carryForward", equalTo(false))
                .body("author", notNullValue())
                .extract()
                .path("id");
        begin(head(), "{}").statusCode(409).body("current.id", equalTo(id));
        patch(head(), id, "\"0\"", "{\"judgement\":\"partly-achieved\"}")
                .statusCode(422)
                .body("errors[0].path", equalTo("/whatWorked"))
                .body("errors[0].code", equalTo("too-short"));
        patch(head(), id, "\"0\"", "{\"judgement\":\"half\"}")
                .statusCode(422)
                .body("errors[0].path", equalTo("/judgement"));
        patch(head(), id, "\"0\"", "{\"lessons\":\"" + "x".repeat(2001) + "\"}").statusCode(422);
        patch(
                        head(),
                        id,
                        "\"0\"",
                        "{\"judgement\":\"partly-achieved\",\"whatDidNot\":\"The extra groups began too late\",\"carryForward\":true}")
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("judgement", equalTo("partly-achieved"))
                .body("whatWorked", equalTo("Boosters"))
                .body("carryForward", equalTo(true));
        patch(head(), id, "\"0\"", "{\"lessons\":\"Mine\"}")
                .statusCode(412)
                .body("current.whatDidNot", equalTo("The extra groups began too late"));
        head().contentType(PATCH)
                .body("{}")
                .patch("/api/v1/evaluations/" + id)
                .then()
                .statusCode(428);
        head().get("/api/v1/evaluations/" + id).then().statusCode(200).header("ETag", containsString("1-"));
        head().get("/api/v1/activity?subject=evaluation&subjectId=" + id)
                .then()
                .body(
                        "results.summary",
                        contains("evaluated priority \"Reading\"", "began to evaluate priority \"Reading\""))
                .body("results[0].changes.field", contains("judgement", "whatDidNot", "carryForward"));
    }

    @Test
    void itIsBegunOnceForEachKey() {
        String key = UUID.randomUUID().toString();
        String id = begin(head().header("Idempotency-Key", key), "{\"carryForward\":true}")
                .statusCode(201)
                .extract()
                .path("id");
        begin(head().header("Idempotency-Key", key), "{\"carryForward\":true}")
                .statusCode(201)
                .body("id", equalTo(id));
    }

    @Test
    void onlyWhileTheCycleIsEvaluating() {
        String id = Planned.evaluation(head(), priority, "");
        for (String stage : new String[] {"MONITORING", "CLOSED"}) {
            Planned.stage(cycle, stage);
            patch(head(), id, "*", "{\"lessons\":\"Late\"}")
                    .statusCode(409)
                    .body("detail", containsString(stage.equals("CLOSED") ? "closed" : "is in monitoring"));
            head().get("/api/v1/evaluations/" + id).then().statusCode(200);
            head().get(page()).then().statusCode(200).body("evaluated", equalTo(1));
        }
    }

    @Test
    void thePageBringsTogetherWhatIsKnown() {
        Planned.post(
                        head(),
                        "/api/v1/priorities/" + priority + "/adjustments",
                        "{\"noticed\":\"Few corrections\",\"change\":\"Time for them\",\"expectedEffect\":\"More\","
                                + "\"expectedBy\":\"2026-03-31\"}")
                .statusCode(201);
        head().get(page())
                .then()
                .statusCode(200)
                .body("stage", equalTo("evaluating"))
                .body("schoolName", equalTo("Alder Primary"))
                .body("asAt", notNullValue())
                .body("evaluated", equalTo(0))
                .body("priorities.priority.title", contains("Reading"))
                .body("priorities[0].targets.target.measureCode", contains("KS2_RWM_EXP"))
                .body("priorities[0].targets[0].series", hasSize(0))
                .body("priorities[0].actions.title", contains("Teach inference"))
                .body("priorities[0].actionCounts.open", equalTo(1))
                .body("priorities[0].actionCounts.undecided", equalTo(1))
                .body("priorities[0].adjustments.change", contains("Time for them"))
                .body("priorities[0].proposal", nullValue())
                .body("priorities[0].evaluation", nullValue());
        Given.run("insert into outcome (school_urn, measure_code, academic_year, assessment_point, cohort, pupil_group,"
                + " source, value, cohort_size, result_status, dated) values (900001, 'KS2_RWM_EXP', 2025, 'summer', '6',"
                + " 'ALL', 'published', 72, 30, 'final', date '2026-07-07')");
        Given.run("insert into outcome (school_urn, measure_code, academic_year, assessment_point, cohort, pupil_group,"
                + " source, value, cohort_size, result_status, dated) values (900001, 'KS2_RWM_EXP', 2026, 'autumn', '6',"
                + " 'ALL', 'pushed', 90, 30, 'provisional', date '2026-11-10')");
        Planned.evaluation(head(), priority, ",\"carryForward\":true");
        head().get(page())
                .then()
                .body("evaluated", equalTo(1))
                .body("priorities[0].targets[0].target.status", equalTo("achieved"))
                .body("priorities[0].targets[0].series.date", contains("2026-07-07"))
                .body("priorities[0].proposal.judgement", equalTo("fully-achieved"))
                .body("priorities[0].proposal.reason", equalTo("1 of 1 target or milestone achieved."))
                .body("priorities[0].evaluation.judgement", equalTo("partly-achieved"));
    }

    @Test
    void whoAssuresSeesTheJudgementAndNotTheWords() {
        String id = Planned.evaluation(head(), priority, ",\"lessons\":\"Begin in September\"");
        As.inSchool("committee", "committee-member", 900001)
                .get(page())
                .then()
                .statusCode(200)
                .body("priorities[0].evaluation.judgement", equalTo("partly-achieved"))
                .body("priorities[0].evaluation.whatWorked", nullValue())
                .body("priorities[0].evaluation.lessons", nullValue())
                .body("priorities[0].evaluation.author", nullValue());
        trustee()
                .get("/api/v1/evaluations/" + id)
                .then()
                .body("whatWorked", nullValue())
                .body("author", nullValue());
        As.inSchool("visitor", "system-leader", 900001)
                .get("/api/v1/evaluations/" + id)
                .then()
                .body("lessons", equalTo("Begin in September"));
        trustee()
                .get("/api/v1/activity?subject=evaluation")
                .then()
                .statusCode(200)
                .body("results", hasSize(0));
    }

    @Test
    void theCycleClosesWhenEverythingIsJudgedAndDecided() {
        Planned.move(head(), cycle, "closed")
                .statusCode(409)
                .body("blockers.code", contains("no-evaluation", "no-decision"))
                .body("blockers[0].link", equalTo("/api/v1/priorities/" + priority + "/evaluation"));
        String id = begin(head(), "{\"whatWorked\":\"Daily reading aloud reached every class\"}")
                .statusCode(201)
                .extract()
                .path("id");
        Planned.move(head(), cycle, "closed").statusCode(409).body("blockers.code", hasItem("no-evaluation"));
        patch(head(), id, "*", "{\"judgement\":\"fully-achieved\"}").statusCode(200);
        Planned.move(head(), cycle, "closed").statusCode(409).body("blockers.code", contains("no-decision"));
        String action = head().get(page()).then().extract().path("priorities[0].actions[0].id");
        head().contentType(PATCH)
                .header("If-Match", "\"0\"")
                .body("{\"carryForward\":\"drop\"}")
                .patch("/api/v1/actions/" + action)
                .then()
                .statusCode(200);
        Planned.move(head(), cycle, "closed").statusCode(200).body("stage", equalTo("closed"));
        Planned.move(As.trustLeader(), cycle, "evaluating").statusCode(200);
    }

    @Test
    void aPriorityWithAnEvaluationIsEndedAndNotDeleted() {
        begin(head(), "{}").statusCode(201);
        head().header("If-Match", "*")
                .delete("/api/v1/priorities/" + priority)
                .then()
                .statusCode(409)
                .body("detail", containsString("evaluation"));
        Planned.post(
                        head().header("If-Match", "*"),
                        "/api/v1/priorities/" + priority + "/end",
                        "{\"reason\":\"Reached\"}")
                .statusCode(200);
        head().get(page()).then().body("priorities", hasSize(0)).body("evaluated", equalTo(0));
    }

    @Test
    void aLargeCycleTakesAsManyStatementsAsASmallOne() {
        Planned.evaluation(head(), priority, "");
        long few = statements();
        Planned.stage(cycle, "TARGET_SETTING");
        String[] groups = {"ALL", "MALE", "FEMALE"};
        for (int at = 0; at < 5; at++) {
            String another = Planned.priority(EvaluationResourceTest::head, cycle, "Priority " + at);
            for (String group : groups) {
                Planned.target(head(), another, group);
                Planned.action(head(), another, "Action " + group);
            }
        }
        Planned.stage(cycle, "EVALUATING");
        head().get("/api/v1/cycles/" + cycle + "/priorities").then().extract().<List<String>>path("results.id").stream()
                .filter(another -> !another.equals(priority))
                .forEach(another -> Planned.evaluation(head(), another, ""));
        assertEquals(few, statements());
        head().get(page()).then().body("priorities", hasSize(6)).body("evaluated", equalTo(6));
    }

    private long statements() {
        Statistics statistics = sessions.getStatistics();
        statistics.setStatisticsEnabled(true);
        statistics.clear();
        head().get(page()).then().statusCode(200);
        return statistics.getPrepareStatementCount();
    }
}
