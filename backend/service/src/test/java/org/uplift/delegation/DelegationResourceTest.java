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
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
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
        Given.run("truncate meeting_decision, agenda_item cascade");
        Given.run("truncate opinion");
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
                                "critical-concern-closed",
                                "internal-commission",
                                "external-commission",
                                "external-commission",
                                "external-commission"))
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
                .body("rules", hasSize(10));
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

    /** A committee of Alder Primary with a member and a clerk. */
    private static UUID committee() {
        UUID committee = Given.committee("Committee of Alder", 900001);
        member(committee).get("/api/v1/me").then().statusCode(200);
        clerk(committee).get("/api/v1/me").then().statusCode(200);
        return committee;
    }

    private static RequestSpecification member(UUID committee) {
        return As.inCommittee("member", "committee-member", committee);
    }

    private static RequestSpecification clerk(UUID committee) {
        return As.inCommittee("clerk.alder", "clerk", committee);
    }

    private static String meeting(Supplier<RequestSpecification> clerk, UUID committee) {
        return Planned.post(
                        clerk.get(),
                        "/api/v1/meetings",
                        "{\"committeeId\":\"" + committee + "\",\"terms\":{\"day\":\"" + TODAY
                                + "\",\"startsAt\":\"17:30\",\"minutes\":90}}")
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static ValidatableResponse agenda(UUID committee, String meeting) {
        return Planned.post(
                        clerk(committee).header("If-Match", "*"), "/api/v1/meetings/" + meeting + "/preparation", "{}")
                .statusCode(200);
    }

    private static ValidatableResponse decideInMeeting(
            Supplier<RequestSpecification> clerk, String meeting, String cycle, String... inFavour) {
        String votes = Arrays.stream(inFavour)
                .map(username -> "{\"personId\":\"" + Given.person(username) + "\",\"vote\":\"for\"}")
                .collect(Collectors.joining(","));
        return Planned.post(
                clerk.get(),
                "/api/v1/meetings/" + meeting + "/decisions",
                "{\"text\":\"Discussed and agreed.\",\"outcome\":\"approved\",\"approvalId\":\"" + Board.approval(cycle)
                        + "\",\"votes\":[" + votes + "]}");
    }

    @Test
    void theCommitteeOfTheSchoolDecidesInItsMeetingWhereTheSchemeGivesItToThem() {
        UUID committee = committee();
        version(As.administrator(), "school-cycle", "academy-committee", "\"recommends\":\"headteacher\",", TODAY)
                .statusCode(201);
        String cycle = asked(900001);
        head(900001)
                .get("/api/v1/cycles/" + cycle)
                .then()
                .body("approval.latest.decides", equalTo("academy-committee"));
        approve(As.trustLeader(), cycle)
                .statusCode(403)
                .body("detail", containsString("the Academy Development Committee decides on the plan of a school"))
                .body("detail", containsString("in a meeting"));
        approve(member(committee), cycle).statusCode(403);
        Board board = Board.of("trustee.2");
        board.decide(board.meeting(), cycle, "approved", "for")
                .statusCode(409)
                .body("detail", containsString("the Academy Development Committee decides"));
        UUID beech = Given.committee("Committee of Beech", 900002);
        Supplier<RequestSpecification> clerkOfBeech = () -> As.inCommittee("clerk.beech", "clerk", beech);
        decideInMeeting(clerkOfBeech, meeting(clerkOfBeech, beech), cycle).statusCode(422);
        String meeting = meeting(() -> clerk(committee), committee);
        agenda(committee, meeting)
                .body("items.title", hasItem("For decision: Alder Primary, 2025/2026"))
                .body("items.find { it.approvalId != null }.link", equalTo("/cycles/" + cycle));
        decideInMeeting(() -> clerk(committee), meeting, cycle, "member").statusCode(201);
        head(900001)
                .get("/api/v1/cycles/" + cycle)
                .then()
                .body("approval.given", equalTo(true))
                .body("approval.latest.decidedIn", equalTo(meeting));
        head(900001)
                .get("/api/v1/activity?subject=cycle&subjectId=" + cycle)
                .then()
                .body(
                        "results.summary",
                        hasItem(containsString("recorded that the Academy Development Committee approved")));
    }

    @Test
    void whereNoCommitteeLooksAfterTheSchoolTheBoardDecides() {
        version(As.administrator(), "school-cycle", "academy-committee", "\"recommends\":\"headteacher\",", TODAY)
                .statusCode(201);
        String cycle = asked(900001);
        head(900001).get("/api/v1/cycles/" + cycle).then().body("approval.latest.decides", equalTo("trust-board"));
    }

    @Test
    void whoIsConsultedIsAskedAndWhoIsInformedIsTold() {
        UUID committee = committee();
        version(
                        As.administrator(),
                        "school-cycle",
                        "trust-leader",
                        "\"recommends\":\"headteacher\",\"consulted\":[\"academy-committee\"],"
                                + "\"informed\":[\"trust-board\",\"academy-committee\"],",
                        TODAY)
                .statusCode(201)
                .body("consulted", contains("academy-committee"))
                .body("informed", contains("academy-committee", "trust-board"));
        Board board = Board.of("trustee.2");
        String cycle = asked(900001);
        String approval = "/api/v1/approvals/" + Board.approval(cycle);
        String opinion = "{\"text\":\"We support it, and ask that attendance comes first.\"}";
        member(committee)
                .get("/api/v1/me/work")
                .then()
                .body("results.kind", contains("consultation"))
                .body("results[0].subject.id", equalTo(cycle));
        member(committee)
                .get("/api/v1/me/notifications")
                .then()
                .body("results.words", hasItem(containsString("you are consulted")));
        member(committee).get(approval).then().statusCode(200).body("mayAdvise", equalTo(true));
        As.anonymous().get(approval).then().statusCode(401);
        head(900002).get(approval).then().statusCode(404);
        As.user("a.clerk", "clerk").get(approval).then().statusCode(403);
        Planned.post(head(900002), approval + "/opinions", opinion).statusCode(404);
        Planned.post(As.trustLeader(), approval + "/opinions", opinion)
                .statusCode(403)
                .body("detail", containsString("Under the scheme of delegation a trust leader decides"));
        Planned.post(member(committee), approval + "/opinions", "{\"text\":\" \"}")
                .statusCode(422);
        Planned.post(member(committee), approval + "/opinions", opinion).statusCode(201);
        member(committee).get("/api/v1/me/work").then().body("results", hasSize(0));
        As.trustLeader()
                .get(approval)
                .then()
                .body("opinions.text", contains("We support it, and ask that attendance comes first."))
                .body("opinions.body", contains("academy-committee"))
                .body("mayDecide", equalTo(true));
        approve(As.trustLeader(), cycle).statusCode(200);
        Planned.post(member(committee), approval + "/opinions", opinion).statusCode(409);
        for (RequestSpecification told : new RequestSpecification[] {member(committee), board.trustee("trustee.2")}) {
            told.get("/api/v1/me/notifications")
                    .then()
                    .body("results.words", hasItem("For information: the plan was approved."));
        }
        String known = "For information: Alder Primary, 2025/2026, approved by a trust leader";
        agenda(committee, meeting(() -> clerk(committee), committee)).body("items.title", hasItem(known));
        Planned.post(
                        board.clerk().header("If-Match", "*"),
                        "/api/v1/meetings/" + board.meeting() + "/preparation",
                        "{}")
                .body("items.title", hasItem(known));
    }

    private static void costs(String cycle, int pounds) {
        Given.run(
                "update action set cost = ? where priority_id in (select id from priority where cycle_id = cast(? as uuid))",
                pounds,
                cycle);
    }

    @Test
    void whatItCostsSaysWhoDecidesAlsoWhereItCostsMoreThanWhenItWasAskedFor() {
        version(
                        As.administrator(),
                        "school-cycle",
                        "trust-leader",
                        "\"recommends\":\"headteacher\",\"upTo\":5000,",
                        TODAY)
                .statusCode(201)
                .body("words", containsString("decides on the plan of a school up to £5,000"));
        board(TODAY).statusCode(201);
        As.user("a.clerk", "clerk")
                .get(SCHEME)
                .then()
                .body(
                        "rules.findAll { it.decision == 'school-cycle' }.decides",
                        contains("trust-leader", "trust-board"));
        String cycle = Planned.complete(() -> head(900001), 900001);
        costs(cycle, 5000);
        Planned.post(head(900001), "/api/v1/cycles/" + cycle + "/approval-request", "{}")
                .statusCode(200)
                .body("approval.latest.decides", equalTo("trust-leader"))
                .body("approval.latest.amount", equalTo(5000f));
        costs(cycle, 5001);
        approve(As.trustLeader(), cycle)
                .statusCode(403)
                .body("detail", containsString("the trust board decides on the plan of a school"));
        Board board = Board.of("trustee.2");
        board.decide(board.meeting(), cycle, "approved", "for").statusCode(201);
        head(900001)
                .get("/api/v1/cycles/" + cycle)
                .then()
                .body("approval.given", equalTo(true))
                .body("approval.latest.decides", equalTo("trust-board"))
                .body("approval.latest.amount", equalTo(5001f));
    }

    @Test
    void linesThatNobodyCouldDecideByAreRefused() {
        version(As.administrator(), "need-by-one-level", "trust-leader", "\"upTo\":5000,", TODAY)
                .statusCode(422)
                .body("errors.path", contains("/upTo"));
        version(As.administrator(), "trust-cycle", "academy-committee", "", TODAY)
                .statusCode(422)
                .body("errors.path", contains("/decides"));
        version(As.administrator(), "high-concern-closed", "trust-board", "", TODAY)
                .statusCode(422)
                .body("errors.path", contains("/decides"));
        version(As.administrator(), "school-cycle", "trust-board", "\"recommends\":\"academy-committee\",", TODAY)
                .statusCode(422)
                .body("errors.path", contains("/recommends"));
        version(As.administrator(), "trust-cycle", "trust-board", "\"consulted\":[\"academy-committee\"],", TODAY)
                .statusCode(422)
                .body("errors.path", contains("/consulted"));
        version(
                        As.administrator(),
                        "critical-concern-closed",
                        "trust-leader",
                        "\"consulted\":[\"trust-board\"],",
                        TODAY)
                .statusCode(422)
                .body("errors.path", contains("/consulted"));
    }
}
