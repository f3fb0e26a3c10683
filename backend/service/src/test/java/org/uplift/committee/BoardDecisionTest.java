package org.uplift.committee;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.testing.As;
import org.uplift.testing.Board;
import org.uplift.testing.Given;
import org.uplift.testing.Planned;
import org.uplift.testing.UpliftTest;

@UpliftTest
class BoardDecisionTest {
    private Board board;

    @BeforeEach
    void trust() {
        Given.school(900001, "Alder Primary", "IN_TRUST");
        board = Board.of("trustee", "trustee.2");
    }

    private static String plan() {
        String cycle = Planned.complete(As::trustLeader, 0);
        Planned.post(As.trustLeader(), "/api/v1/cycles/" + cycle + "/approval-request", "{}")
                .statusCode(200);
        return cycle;
    }

    @Test
    void noTrusteeDecidesAloneTheBoardDoesInAMeeting() {
        String cycle = plan();
        Planned.post(board.trustee("trustee"), "/api/v1/cycles/" + cycle + "/approval", "{\"outcome\":\"approved\"}")
                .statusCode(403)
                .body("detail", containsString("in a meeting"));
        board.trustee("trustee").get("/api/v1/me/work").then().body("results", hasSize(0));
        String meeting = board.meeting();
        Seats.post(board.clerk(), "/api/v1/meetings/" + meeting + "/preparation", "")
                .statusCode(200)
                .body("items.title", hasItem("For decision: The trust, 2025/2026"))
                .body("items.find { it.approvalId != null }.link", equalTo("/cycles/" + cycle));
        board.decide(meeting, cycle, "approved", "for", "abstained")
                .statusCode(201)
                .body("decisions[0].outcome", equalTo("approved"));
        As.trustLeader()
                .get("/api/v1/cycles/" + cycle)
                .then()
                .body("approval.given", equalTo(true))
                .body("approval.latest.decidedIn", equalTo(meeting));
        Planned.move(As.trustLeader(), cycle, "implementing").statusCode(200);
        As.trustLeader()
                .get("/api/v1/activity?subject=cycle&subjectId=" + cycle)
                .then()
                .body(
                        "results.summary",
                        hasItem("recorded that the trust board approved the trust's cycle of 2025/2026"));
        board.decide(meeting, cycle, "approved", "for", "for").statusCode(409);
    }

    @Test
    void whatTheBoardRefusesIsToldWithItsReasonAndAMajorityIsNeeded() {
        String cycle = plan();
        String meeting = board.meeting();
        board.decide(meeting, cycle, "approved", "for", "against")
                .statusCode(422)
                .body("errors[0].path", equalTo("/votes"));
        board.decide(meeting, cycle, "refused", "against", "against").statusCode(201);
        As.trustLeader()
                .get("/api/v1/cycles/" + cycle)
                .then()
                .body("approval.given", equalTo(false))
                .body("approval.latest.status", equalTo("refused"))
                .body("approval.latest.reason", notNullValue());
    }

    @Test
    void whoWasNotThereHasNoVote() {
        String cycle = plan();
        String meeting = board.meeting();
        Seats.put(
                        board.clerk(),
                        "/api/v1/meetings/" + meeting + "/attendance",
                        "{\"lines\":[{\"personId\":\"" + Given.person("trustee.2") + "\",\"presence\":\"apologies\"}]}")
                .statusCode(200);
        board.decide(meeting, cycle, "approved", "for", "for")
                .statusCode(422)
                .body("errors[0].path", equalTo("/votes/1/personId"))
                .body("errors[0].code", equalTo("not-present"));
        board.decide(meeting, cycle, "approved", "for").statusCode(201);
    }

    @Test
    void whoDeclaredAnInterestInWhatIsToBeDecidedAbstainsWhicheverItemIsNamed() {
        String cycle = plan();
        String meeting = board.meeting();
        String path = "/api/v1/meetings/" + meeting;
        Seats.post(board.clerk(), path + "/preparation", "").statusCode(200);
        String item = board.clerk()
                .get(path)
                .then()
                .extract()
                .path("items.find { it.approvalId == '" + Board.approval(cycle) + "' }.id");
        Seats.patch(
                        board.clerk(),
                        "/api/v1/agenda-items/" + item,
                        "{\"conflicted\":[\"" + Given.person(board.trustees().getFirst()) + "\"]}")
                .statusCode(200);
        board.decide(meeting, cycle, "approved", "for", "for")
                .statusCode(422)
                .body("errors[0].code", equalTo("conflicted"));
        board.decide(meeting, cycle, "approved", "abstained", "for").statusCode(201);
    }

    @Test
    void anotherCommitteeDecidesNothingOfTheBoard() {
        String cycle = plan();
        Seats seats = Seats.ofAlder();
        String meeting = seats.meeting(java.time.LocalDate.now().toString());
        Seats.post(
                        seats.clerk(),
                        "/api/v1/meetings/" + meeting + "/decisions",
                        "{\"text\":\"x\",\"votes\":[{\"personId\":\"" + Given.person("chair")
                                + "\",\"vote\":\"for\"}],\"outcome\":\"approved\",\"approvalId\":\""
                                + Board.approval(cycle) + "\"}")
                .statusCode(422)
                .body("errors[0].code", equalTo("unknown-approval"));
        Seats.post(
                        seats.clerk(),
                        "/api/v1/meetings/" + meeting + "/decisions",
                        "{\"text\":\"x\",\"votes\":[],\"outcome\":\"approved\"}")
                .statusCode(422);
    }
}
