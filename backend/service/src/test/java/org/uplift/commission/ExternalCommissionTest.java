package org.uplift.commission;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.uplift.commission.Supporting.COMMISSIONS;
import static org.uplift.commission.Supporting.step;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.testing.As;
import org.uplift.testing.Board;
import org.uplift.testing.Given;
import org.uplift.testing.Planned;
import org.uplift.testing.UpliftTest;

/** Support from outside: where nobody inside fits, with due diligence, and decided by whom the scheme names for its cost. */
@UpliftTest
class ExternalCommissionTest {
    private String partner;

    @BeforeEach
    void aPartner() {
        Given.run("delete from partner");
        Supporting.schools();
        partner = partner("A phonics hub", LocalDate.now().plusYears(1));
    }

    private static String partner(String name, LocalDate until) {
        return Planned.post(
                        As.trustLeader(),
                        "/api/v1/partners",
                        "{\"name\":\"" + name + "\",\"offers\":\"Training in early reading\",\"dayRate\":450,"
                                + "\"diligence\":\"Insurance and references seen\",\"diligenceUntil\":\"" + until
                                + "\"}")
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String outside(String partner, String cost, String more) {
        return "{\"partnerId\":\"" + partner + "\",\"cost\":" + cost
                + ",\"reason\":\"Nobody inside knows the programme\"" + more + "}";
    }

    private String matched(String cost) {
        String commission = Supporting.requested(As.head(900001), "2");
        step(As.trustLeader(), commission, "match", outside(partner, cost, "")).statusCode(200);
        return commission;
    }

    @Test
    void insideComesFirst() {
        UUID fits = Supporting.expert("reading.lead", "4");
        UUID tooFewDays = Supporting.expert("busy.lead", "1");
        String commission = Supporting.requested(As.head(900001), "2");
        step(As.trustLeader(), commission, "match", outside(partner, "900", ""))
                .statusCode(422)
                .body("errors", hasSize(1))
                .body("errors[0].path", equalTo("/unfit"))
                .body("errors[0].message", containsString("Account reading.lead can give it"));
        step(
                        As.trustLeader(),
                        commission,
                        "match",
                        outside(
                                partner,
                                "900",
                                ",\"unfit\":[{\"expertId\":\"" + fits
                                        + "\",\"reason\":\"Has asked to rest this term\"}]"))
                .statusCode(200)
                .body("commission.supporter", equalTo("A phonics hub"))
                .body("choiceReason", equalTo("Nobody inside knows the programme"))
                .body("insideFirst.expertId", contains(fits.toString(), tooFewDays.toString()))
                .body("insideFirst[0].reason", equalTo("Has asked to rest this term"))
                .body("insideFirst[1].reason", containsString("Has 1 day left"));
        // Why somebody does not fit is not for the committee.
        As.inCommittee("member", "committee-member", Given.committee("Committee", 900001))
                .get(COMMISSIONS + "/" + commission)
                .then()
                .statusCode(200)
                .body("insideFirst", empty());
    }

    @Test
    void aReasonACostAndDueDiligenceInDateAreNeeded() {
        String commission = Supporting.requested(As.head(900001), "2");
        String old = partner("An old partner", LocalDate.now().minusDays(1));
        step(As.trustLeader(), commission, "match", outside(old, "900", ""))
                .statusCode(409)
                .body("detail", containsString("has to be renewed"));
        step(As.trustLeader(), commission, "match", "{\"partnerId\":\"" + partner + "\",\"cost\":900}")
                .statusCode(422)
                .body("errors.path", contains("/reason"));
        step(As.trustLeader(), commission, "match", "{\"partnerId\":\"" + partner + "\",\"reason\":\"x\"}")
                .statusCode(422)
                .body("errors.path", contains("/cost"));
        step(As.trustLeader(), commission, "match", outside(UUID.randomUUID().toString(), "1", ""))
                .statusCode(422)
                .body("errors.path", contains("/partnerId"));
    }

    /** Up to £2,000 the headteacher; where they have asked themselves, the next one up. */
    @Test
    void theCostSaysWhoDecides() {
        String asked = matched("2000");
        As.head(900001)
                .get(COMMISSIONS + "/" + asked)
                .then()
                .body("approval.rule.decides", equalTo("headteacher"))
                .body("approval.latest.decides", equalTo("trust-leader"));
        Supporting.approve(As.head(900001), asked).statusCode(403);
        Supporting.approve(As.trustLeader(), asked).statusCode(200);

        String byTrust = Supporting.requested(As.trustLeader(), "2");
        step(As.trustLeader(), byTrust, "match", outside(partner, "2000", ""))
                .statusCode(200)
                .body("approval.latest.decides", equalTo("headteacher"));
        Supporting.approve(As.trustLeader(), byTrust).statusCode(403);
        Supporting.approve(As.head(900001), byTrust).statusCode(200);

        String dearer = matched("2000.01");
        As.head(900001)
                .get(COMMISSIONS + "/" + dearer)
                .then()
                .body("approval.rule.decides", equalTo("trust-leader"))
                .body("approval.latest.status", equalTo("waiting"));
        Supporting.approve(As.trustLeader(), dearer).statusCode(200);
    }

    @Test
    void aboveTheThresholdItWaitsForTheBoardWhichDecidesInAMeeting() {
        Board board = Board.of("trustee", "trustee.2");
        board.trustee("trustee").get("/api/v1/me").then().statusCode(200);
        String commission = matched("10000.01");
        As.head(900001)
                .get(COMMISSIONS + "/" + commission)
                .then()
                .body("approval.rule.decides", equalTo("trust-board"))
                .body("approval.latest", nullValue());
        step(As.trustLeader(), commission, "approval-request", "{}")
                .statusCode(200)
                .body("approval.latest.decides", equalTo("trust-board"));
        Supporting.approve(As.trustLeader(), commission).statusCode(403);
        Supporting.approve(board.trustee("trustee"), commission)
                .statusCode(403)
                .body("detail", containsString("meeting"));
        board.decide(board.meeting(), commission, "approved", "for", "for").statusCode(201);
        As.head(900001).get(COMMISSIONS + "/" + commission).then().body("commission.status", equalTo("approved"));
    }

    @Test
    void aHigherCostIsAgreedToByWhoDecidesOnThatMuch() {
        String commission = matched("1500");
        Supporting.approve(As.trustLeader(), commission).statusCode(200);
        step(As.head(900001), commission, "agreement", "{\"text\":\"Two days of training\"}")
                .statusCode(200);
        step(As.head(900001), commission, "acceptance", "{}").statusCode(200);
        Supporting.visit(As.head(900001), commission, "1").statusCode(201);
        String change = step(
                        As.head(900001),
                        commission,
                        "changes",
                        "{\"cost\":12000,\"reason\":\"Training for all schools\"}")
                .statusCode(201)
                .extract()
                .path("changes[0].id");
        step(As.trustLeader(), commission, "changes/" + change + "/answer", "{\"agreed\":true}")
                .statusCode(403)
                .body("detail", containsString("£12,000"));
        As.trustLeader()
                .get(COMMISSIONS + "/" + commission)
                .then()
                .body("commission.cost", equalTo(1500.0f))
                .body("changes[0].status", equalTo("proposed"))
                .body("value.costPerDay", equalTo(1500.0f));
        step(As.trustLeader(), commission, "changes/" + change + "/answer", "{\"agreed\":false}")
                .statusCode(200);
        String less = step(As.head(900001), commission, "changes", "{\"cost\":1800,\"reason\":\"Travel\"}")
                .statusCode(201)
                .extract()
                .path("changes[1].id");
        // Up to £2,000 the headteacher decides, who has proposed it; nobody else of that body is there.
        step(As.trustLeader(), commission, "changes/" + less + "/answer", "{\"agreed\":true}")
                .statusCode(403);
        As.trustLeader().get("/api/v1/support").then().body("spend", equalTo(1500.0f));
    }

    @Test
    void partnersAreKeptByTrustLeadersAndReadByThoseWhoAsk() {
        As.head(900001)
                .get("/api/v1/partners")
                .then()
                .statusCode(200)
                .body("results.name", contains("A phonics hub"))
                .body("results[0].inDate", equalTo(true))
                .body("results[0].rating", nullValue());
        String body = "{\"name\":\"Another\",\"offers\":\"x\"}";
        Planned.post(As.head(900001), "/api/v1/partners", body).statusCode(403);
        Planned.post(As.anonymous(), "/api/v1/partners", body).statusCode(401);
        As.inTrust("trustee", "trustee").get("/api/v1/partners").then().statusCode(403);
        Planned.post(As.trustLeader(), "/api/v1/partners", "{\"name\":\"a PHONICS hub\",\"offers\":\"x\"}")
                .statusCode(409);
        Planned.post(
                        As.trustLeader(),
                        "/api/v1/partners",
                        "{\"name\":\"Another\",\"offers\":\"x\",\"diligence\":\"Insurance seen\"}")
                .statusCode(422)
                .body("errors.path", contains("/diligenceUntil"));
        As.trustLeader()
                .contentType("application/merge-patch+json")
                .body("{\"endedOn\":\"" + LocalDate.now() + "\"}")
                .patch("/api/v1/partners/" + partner)
                .then()
                .statusCode(428);
        As.trustLeader()
                .header("If-Match", "\"0\"")
                .contentType("application/merge-patch+json")
                .body("{\"endedOn\":\"" + LocalDate.now() + "\"}")
                .patch("/api/v1/partners/" + partner)
                .then()
                .statusCode(200);
        As.head(900001).get("/api/v1/partners").then().body("results", empty());
        As.head(900001).get("/api/v1/partners?ended=true").then().body("results", hasSize(1));
        String commission = Supporting.requested(As.head(900001), "2");
        step(As.trustLeader(), commission, "match", outside(partner, "900", ""))
                .statusCode(409)
                .body("detail", containsString("is not asked any more"));
    }
}
