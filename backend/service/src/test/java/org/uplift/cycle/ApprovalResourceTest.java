package org.uplift.cycle;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.testing.As;
import org.uplift.testing.Board;
import org.uplift.testing.Given;
import org.uplift.testing.Planned;
import org.uplift.testing.UpliftTest;

@UpliftTest
class ApprovalResourceTest {
    private static final String APPROVED = "{\"outcome\":\"approved\"}";

    @BeforeEach
    void schools() {
        Given.school(900001, "Alder Primary", "IN_TRUST");
        Given.school(900002, "Beech Primary", "IN_TRUST");
    }

    private static RequestSpecification head() {
        return Planned.headteacher(900001);
    }

    private static RequestSpecification trustee() {
        return As.inTrust("trustee", "trustee");
    }

    private static String plan() {
        return Planned.complete(ApprovalResourceTest::head, 900001);
    }

    private static ValidatableResponse ask(RequestSpecification as, String cycle) {
        return Planned.post(as, "/api/v1/cycles/" + cycle + "/approval-request", "{\"comment\":\"Agreed with all\"}");
    }

    private static ValidatableResponse decide(RequestSpecification as, String cycle, String body) {
        return Planned.post(as, "/api/v1/cycles/" + cycle + "/approval", body);
    }

    @Test
    void theHeadAsksATrustLeaderApprovesAndTheCycleMovesOn() {
        String cycle = plan();
        Planned.move(head(), cycle, "implementing").statusCode(409).body("blockers.code", contains("no-approval"));
        ask(head(), cycle)
                .statusCode(200)
                .body("approval.latest.status", equalTo("waiting"))
                .body("approval.latest.decides", equalTo("trust-leader"))
                .body("approval.mayDecide", equalTo(false));
        ask(head(), cycle).statusCode(409);
        Planned.move(head(), cycle, "implementing")
                .statusCode(409)
                .body("blockers[0].message", containsString("waits for approval"));
        As.trustLeader()
                .get("/api/v1/approvals?status=waiting")
                .then()
                .statusCode(200)
                .body("results.title", contains("Alder Primary, 2025/2026"))
                .body("results[0].link", equalTo("/api/v1/cycles/" + cycle));
        decide(As.trustLeader(), cycle, APPROVED)
                .statusCode(200)
                .body("approval.given", equalTo(true))
                .body("moves[0].blockers", hasSize(0));
        decide(As.trustLeader(), cycle, APPROVED).statusCode(409);
        As.trustLeader().get("/api/v1/approvals?status=waiting").then().body("results", hasSize(0));
        As.trustLeader().get("/api/v1/approvals?status=approved").then().body("results", hasSize(1));
        Planned.move(head(), cycle, "implementing").statusCode(200).body("stage", equalTo("implementing"));
        head().get("/api/v1/activity?subject=cycle&subjectId=" + cycle)
                .then()
                .body("results.summary", hasItem("approved the cycle of 2025/2026"))
                .body("results.summary", hasItem("asked for the approval of the cycle of 2025/2026"));
    }

    @Test
    void refusingNeedsAReasonAndOneCanAskAgain() {
        String cycle = plan();
        decide(As.trustLeader(), cycle, APPROVED).statusCode(409);
        ask(head(), cycle).statusCode(200);
        decide(As.trustLeader(), cycle, "{\"outcome\":\"refused\"}")
                .statusCode(422)
                .body("errors[0].path", equalTo("/reason"));
        decide(As.trustLeader(), cycle, "{\"outcome\":\"withdrawn\"}").statusCode(422);
        decide(As.trustLeader(), cycle, "{\"outcome\":\"refused\",\"reason\":\"Too many actions\"}")
                .statusCode(200)
                .body("approval.latest.reason", equalTo("Too many actions"))
                .body("moves[0].blockers[0].message", containsString("Too many actions"));
        ask(head(), cycle).statusCode(200).body("approval.latest.status", equalTo("waiting"));
    }

    @Test
    void aWrongBodyIsRefusedWithTheRule() {
        String cycle = plan();
        ask(head(), cycle).statusCode(200);
        decide(trustee(), cycle, APPROVED).statusCode(403).body("detail", containsString("a trust leader decides"));
        decide(head(), cycle, APPROVED).statusCode(403).body("detail", containsString("yourself"));
        decide(As.inSchool("deputy", "school-leader", 900001), cycle, APPROVED)
                .statusCode(403)
                .body("detail", containsString("a trust leader decides"));
        decide(As.inSchool("member", "committee-member", 900001), cycle, APPROVED)
                .statusCode(403);
        decide(As.head(900002), cycle, APPROVED).statusCode(404);
        decide(As.anonymous(), cycle, APPROVED).statusCode(401);
        ask(As.anonymous(), cycle).statusCode(401);
        ask(As.head(900002), cycle).statusCode(404);
        trustee().get("/api/v1/approvals?status=waiting").then().statusCode(200).body("results", hasSize(0));
        As.dataManager().get("/api/v1/approvals").then().statusCode(403);
        As.trustLeader().get("/api/v1/approvals?status=open").then().statusCode(422);
    }

    @Test
    void onlyWhoRecommendsAsks() {
        String cycle = plan();
        ask(As.inSchool("deputy", "school-leader", 900001), cycle)
                .statusCode(403)
                .body("detail", containsString("the headteacher recommends it"));
        ask(trustee(), cycle).statusCode(403);
    }

    @Test
    void nobodyApprovesWhatTheyAskedForItGoesToTheNextBodyUp() {
        String cycle = Planned.complete(As::trustLeader, 900002);
        ask(As.trustLeader(), cycle).statusCode(200).body("approval.latest.decides", equalTo("trust-board"));
        decide(As.trustLeader(), cycle, APPROVED).statusCode(403).body("detail", containsString("the trust board"));
        decide(As.inTrust("trust.leader.2", "trust-leader"), cycle, APPROVED)
                .statusCode(403)
                .body("detail", containsString("Because somebody of that body asked"));
        trustee().get("/api/v1/approvals?status=waiting").then().body("results", hasSize(1));
        Board board = Board.of("trustee.2");
        board.decide(board.meeting(), cycle, "approved", "for").statusCode(201);
        As.trustLeader().get("/api/v1/cycles/" + cycle).then().body("approval.given", equalTo(true));
    }

    @Test
    void theBoardDecidesOnThePlanOfTheTrust() {
        String cycle = Planned.complete(As::trustLeader, 0);
        ask(As.trustLeader(), cycle).statusCode(200);
        decide(As.trustLeader(), cycle, APPROVED).statusCode(403);
        decide(trustee(), cycle, APPROVED).statusCode(403).body("detail", containsString("in a meeting"));
        Board board = Board.of("trustee.2");
        board.decide(board.meeting(), cycle, "approved", "for").statusCode(201);
        Planned.move(As.trustLeader(), cycle, "implementing").statusCode(200);
    }

    @Test
    void whatIsNotCompleteIsNotApproved() {
        String cycle = Planned.cycle(head(), 900001);
        ask(head(), cycle).statusCode(409);
        Planned.priority(ApprovalResourceTest::head, cycle, "Reading");
        Planned.move(head(), cycle, "target-setting").statusCode(200);
        ask(head(), cycle)
                .statusCode(409)
                .body("type", equalTo("urn:uplift:problem:stage-blocked"))
                .body("blockers.code", contains("no-target", "no-action"));
    }

    @Test
    void aPlanThatIsTakenBackLosesItsApproval() {
        String cycle = plan();
        ask(head(), cycle).statusCode(200);
        Planned.move(head(), cycle, "planning").statusCode(200);
        head().get("/api/v1/cycles/" + cycle).then().body("approval.latest.status", equalTo("withdrawn"));
        Planned.move(head(), cycle, "target-setting").statusCode(200);
        ask(head(), cycle).statusCode(200);
        decide(As.trustLeader(), cycle, APPROVED).statusCode(200);
        Planned.move(head(), cycle, "implementing").statusCode(200);
        Planned.move(head(), cycle, "target-setting").statusCode(200).body("approval.given", equalTo(false));
        Planned.move(head(), cycle, "implementing").statusCode(409).body("blockers.code", contains("no-approval"));
        head().get("/api/v1/activity?subject=cycle&subjectId=" + cycle)
                .then()
                .body("results[0].changes.field", contains("stage", "approval"))
                .body("results[0].changes[1].after", equalTo("no longer counts"));
    }

    @Test
    void withoutARuleNothingIsToBeApproved() {
        Given.run("update delegation_rule set valid_until = date '2020-01-01' where decision = 'SCHOOL_CYCLE'");
        try {
            String cycle = plan();
            head().get("/api/v1/cycles/" + cycle).then().body("approval", nullValue());
            ask(head(), cycle).statusCode(409);
            Planned.move(head(), cycle, "implementing").statusCode(200);
        } finally {
            Given.run("update delegation_rule set valid_until = null where decision = 'SCHOOL_CYCLE'");
        }
    }

    @Test
    void whatIsDecidedIsNotChangedEvenByTheApplication() throws SQLException {
        String cycle = plan();
        ask(head(), cycle).statusCode(200);
        decide(As.trustLeader(), cycle, APPROVED).statusCode(200);
        try (var connection = Given.withoutIdentity();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select set_config('uplift.trust', 'on', true)");
            Assertions.assertEquals(
                    0,
                    statement.executeUpdate("update approval set outcome = 'REFUSED', reason = 'x' where subject_id = '"
                            + UUID.fromString(cycle) + "'"));
            Assertions.assertThrows(SQLException.class, () -> statement.execute("delete from approval"));
        }
    }

    private static int status(RequestSpecification as, String path, String body) {
        return as.header("If-Match", "*")
                .contentType("application/merge-patch+json")
                .body(body)
                .patch(path)
                .statusCode();
    }

    @Test
    void whatTargetsAimAtIsApprovedWithThePlan() {
        String cycle = Planned.cycle(head(), 900001);
        String priority = Planned.priority(ApprovalResourceTest::head, cycle, "Reading");
        Planned.move(head(), cycle, "target-setting").statusCode(200);
        String id = Planned.target(head(), priority, "ALL");
        String target = "/api/v1/targets/" + id;
        String lower = "{\"targetValue\":65}";
        Planned.action(head(), priority, "Teach inference");
        assertEquals(200, status(head(), target, "{\"targetValue\":71}"));
        ask(head(), cycle).statusCode(200);
        decide(As.trustLeader(), cycle, APPROVED).statusCode(200);
        head().get(target).then().body("approved", equalTo(true));
        head().header("If-Match", "*")
                .contentType("application/merge-patch+json")
                .body(lower)
                .patch(target)
                .then()
                .statusCode(403)
                .body("detail", containsString("This was approved with the plan."))
                .body("detail", containsString("a trust leader decides on the plan of a school"));
        head().get(target).then().body("targetValue", equalTo(71));
        head().header("If-Match", "*").delete(target).then().statusCode(403);
        head().header("If-Match", "*")
                .delete("/api/v1/priorities/" + priority)
                .then()
                .statusCode(403);
        for (String part : List.of(target, "/api/v1/priorities/" + priority)) {
            Planned.post(head().header("If-Match", "*"), part + "/end", "{\"reason\":\"Too hard\"}")
                    .statusCode(403);
        }
        assertEquals(
                200,
                status(head(), target, "{\"trajectory\":[{\"date\":\"2026-03-31\",\"value\":66}]}"),
                "the way is free");
        assertEquals(200, status(As.trustLeader(), target, lower), "who decides on plans");
        String later = Planned.target(head(), priority, "DISADVANTAGED");
        head().get("/api/v1/targets/" + later).then().body("approved", equalTo(false));
        assertEquals(200, status(head(), "/api/v1/targets/" + later, lower), "set after the approval");
        Planned.move(head(), cycle, "implementing").statusCode(200);
        assertEquals(403, status(head(), target, "{\"dueDate\":\"2027-07-31\"}"));
        Planned.move(head(), cycle, "target-setting").statusCode(200);
        assertEquals(200, status(head(), target, "{\"targetValue\":60.5}"), "taken back");
    }
}
