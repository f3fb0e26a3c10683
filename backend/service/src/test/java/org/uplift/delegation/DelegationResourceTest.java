package org.uplift.delegation;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.testing.As;
import org.uplift.testing.Board;
import org.uplift.testing.Given;
import org.uplift.testing.Planned;
import org.uplift.testing.UpliftTest;

@UpliftTest
class DelegationResourceTest {
    private static final String SCHEME = "/api/v1/delegation";
    private static final String VERSIONS = SCHEME + "/versions";
    private static final String APPROVED = "{\"outcome\":\"approved\"}";
    private static final LocalDate TODAY = LocalDate.now();

    @Inject
    Rerouting rerouting;

    @BeforeEach
    void schools() {
        Given.school(900001, "Alder Primary", "IN_TRUST");
        Given.school(900002, "Beech Primary", "IN_TRUST");
        Given.person("administrator");
    }

    /** The scheme comes with the schema and stays from test to test. */
    @AfterEach
    void asItComes() {
        Given.run("update cycle set approval_id = null");
        Given.run("truncate meeting_decision cascade");
        Given.run("delete from approval");
        Given.run("delete from delegation_rule where recorded_at is not null");
        Given.run("update delegation_rule set valid_until = null");
    }

    private static RequestSpecification head(int urn) {
        return Planned.headteacher(urn);
    }

    private static RequestSpecification trustee() {
        return As.inTrust("trustee", "trustee");
    }

    private static ValidatableResponse version(
            RequestSpecification as, String decision, String decides, String more, LocalDate from) {
        return Planned.post(
                as,
                VERSIONS,
                "{\"decision\":\"" + decision + "\",\"decides\":\"" + decides + "\"," + more + "\"validFrom\":\"" + from
                        + "\",\"reason\":\"Adopted by the board in July\"}");
    }

    private static ValidatableResponse board(LocalDate from) {
        return version(As.administrator(), "school-cycle", "trust-board", "\"recommends\":\"headteacher\",", from);
    }

    private static String asked(int urn) {
        String cycle = Planned.complete(() -> head(urn), urn);
        Planned.post(head(urn), "/api/v1/cycles/" + cycle + "/approval-request", "{\"comment\":\"Agreed\"}")
                .statusCode(200);
        return cycle;
    }

    private static ValidatableResponse approve(RequestSpecification as, String cycle) {
        return Planned.post(as, "/api/v1/cycles/" + cycle + "/approval", APPROVED);
    }

    @Test
    void everybodyReadsItAndAnAdministratorChangesIt() {
        for (String path : new String[] {SCHEME, VERSIONS}) {
            As.anonymous().get(path).then().statusCode(401);
            As.mis(900001).get(path).then().statusCode(403);
            for (String role :
                    new String[] {"clerk", "analyst", "committee-member", "administrator", "system-leader"}) {
                As.user("a." + role, role).get(path).then().statusCode(200);
            }
        }
        As.user("a.clerk", "clerk")
                .get(SCHEME)
                .then()
                .body("on", equalTo(TODAY.toString()))
                .body(
                        "rules.decision",
                        contains(
                                "school-cycle",
                                "trust-cycle",
                                "need-by-one-level",
                                "need-by-two-levels",
                                "high-concern-closed",
                                "critical-concern-closed"))
                .body("rules[0].decides", equalTo("trust-leader"))
                .body("rules[0].recommends", equalTo("headteacher"))
                .body("rules[0].recordedBy", nullValue());
        version(As.anonymous(), "school-cycle", "trust-board", "", TODAY).statusCode(401);
        version(As.trustLeader(), "school-cycle", "trust-board", "", TODAY).statusCode(403);
        As.anonymous().delete(VERSIONS + "/" + UUID.randomUUID()).then().statusCode(401);
        As.trustLeader().delete(VERSIONS + "/" + UUID.randomUUID()).then().statusCode(403);
        As.administrator().delete(VERSIONS + "/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void aVersionHoldsFromItsDayAndTheOneBeforeUntilThen() {
        LocalDate later = TODAY.plusMonths(2);
        LocalDate between = TODAY.plusMonths(1);
        board(later)
                .statusCode(201)
                .body("validUntil", nullValue())
                .body("recordedBy", equalTo("Account administrator"));
        version(As.administrator(), "school-cycle", "headteacher", "", between)
                .statusCode(201)
                .body("validUntil", equalTo(later.toString()));
        As.user("a.clerk", "clerk")
                .get(VERSIONS + "?decision=school-cycle")
                .then()
                .body("results.decides", contains("trust-board", "headteacher", "trust-leader"))
                .body("results[2].validUntil", equalTo(between.toString()))
                .body("results[0].reason", equalTo("Adopted by the board in July"));
        As.user("a.clerk", "clerk").get(SCHEME).then().body("rules[0].decides", equalTo("trust-leader"));
        As.user("a.clerk", "clerk")
                .get(SCHEME + "?on=" + later)
                .then()
                .body("rules[0].decides", equalTo("trust-board"))
                .body("rules", hasSize(6));
        String middle = As.administrator()
                .get(VERSIONS + "?decision=school-cycle")
                .then()
                .extract()
                .path("results[1].id");
        As.administrator().delete(VERSIONS + "/" + middle).then().statusCode(204);
        As.user("a.clerk", "clerk")
                .get(VERSIONS + "?decision=school-cycle")
                .then()
                .body("results.decides", contains("trust-board", "trust-leader"))
                .body("results[1].validUntil", equalTo(later.toString()));
        As.trustLeader()
                .get("/api/v1/activity?subject=delegation")
                .then()
                .body("results.summary", hasItem(containsString("took back a version of the scheme of delegation")))
                .body("results.reason", hasItem("Adopted by the board in July"));
    }

    @Test
    void whatWouldRewriteThePastOrLeadNowhereIsRefused() {
        board(TODAY.minusDays(1)).statusCode(422).body("errors.path", contains("/validFrom"));
        version(As.administrator(), "school-cycle", "somebody", "", TODAY)
                .statusCode(422)
                .body("errors.code", contains("unknown-code"));
        version(As.administrator(), "everything", "trust-board", "", TODAY).statusCode(422);
        version(As.administrator(), "trust-cycle", "headteacher", "", TODAY)
                .statusCode(422)
                .body("errors.path", contains("/decides"));
        version(As.administrator(), "school-cycle", "trust-board", "\"recommends\":\"trust-board\",", TODAY)
                .statusCode(422)
                .body("errors.path", contains("/recommends"));
        String begun = board(TODAY).statusCode(201).extract().path("id");
        board(TODAY).statusCode(409);
        As.administrator().delete(VERSIONS + "/" + begun).then().statusCode(409);
        assertThrows(
                SQLException.class,
                () -> {
                    try (var application = Given.withoutIdentity();
                            var statement = application.createStatement()) {
                        application.setAutoCommit(false);
                        statement.execute("select set_config('uplift.today', '" + TODAY + "', true)");
                        statement.executeUpdate("delete from delegation_rule");
                    }
                },
                "A version that has begun stays");
    }

    @Test
    void anApprovalIsRefusedBeforeAndAllowedAfterAVersion() {
        String earlier = asked(900001);
        approve(As.trustLeader(), earlier).statusCode(200).body("approval.given", equalTo(true));
        String cycle = asked(900002);
        approve(trustee(), cycle)
                .statusCode(403)
                .body("detail", containsString("a trust leader decides on the plan of a school"));
        trustee().get("/api/v1/me/work").then().body("results", hasSize(0));
        board(TODAY).statusCode(201);
        trustee().get("/api/v1/approvals?status=waiting").then().body("results.decides", contains("trust-board"));
        As.trustLeader().get("/api/v1/approvals?status=waiting").then().body("results", hasSize(0));
        approve(As.trustLeader(), cycle)
                .statusCode(403)
                .body("detail", containsString("the trust board decides on the plan of a school"));
        approve(trustee(), cycle).statusCode(403).body("detail", containsString("in a meeting"));
        Board board = Board.of("trustee.2");
        board.decide(board.meeting(), cycle, "approved", "for").statusCode(201);
        head(900002)
                .get("/api/v1/cycles/" + cycle)
                .then()
                .body("approval.given", equalTo(true))
                .body("approval.latest.decides", equalTo("trust-board"));
        head(900001)
                .get("/api/v1/cycles/" + earlier)
                .then()
                .body("approval.given", equalTo(true))
                .body("approval.latest.decides", equalTo("trust-leader"))
                .body("approval.latest.decider", equalTo("Account trust.leader"));
    }

    /** The version was recorded for today before today, so that nothing but the night brings what waits to the board. */
    @Test
    void theNightBringsWhatWaitsBeforeWhoDecidesFromTheDayOn() {
        String cycle = asked(900001);
        board(TODAY.plusDays(1)).statusCode(201);
        Given.run("update delegation_rule set valid_until = ? where valid_until is not null", TODAY);
        Given.run("update delegation_rule set valid_from = ? where recorded_at is not null", TODAY);
        trustee().get("/api/v1/approvals?status=waiting").then().body("results", hasSize(0));
        rerouting.run();
        trustee().get("/api/v1/approvals?status=waiting").then().body("results", hasSize(1));
        Board board = Board.of("trustee.2");
        board.decide(board.meeting(), cycle, "approved", "for").statusCode(201);
    }
}
