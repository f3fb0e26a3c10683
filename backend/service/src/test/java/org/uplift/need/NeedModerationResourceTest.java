package org.uplift.need;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.uplift.need.Assessable.NOW;
import static org.uplift.need.Assessable.YEAR;
import static org.uplift.need.Assessable.before;
import static org.uplift.need.Assessable.compute;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.testing.As;
import org.uplift.testing.Board;
import org.uplift.testing.Given;
import org.uplift.testing.Planned;
import org.uplift.testing.UpliftTest;

@UpliftTest
class NeedModerationResourceTest {
    private static final String WHY = "Two of the three year 6 teachers leave at Christmas.";
    private static final String APPROVED = "{\"outcome\":\"approved\"}";

    private String id;

    @AfterEach
    void forgetEngland() {
        Assessable.forgetEngland();
    }

    @BeforeEach
    void school() {
        Assessable.school(900001, "Alder Primary");
        compute();
        id = Assessable.assessment(900001);
    }

    private static RequestSpecification second() {
        return As.inTrust("trust.leader.2", "trust-leader");
    }

    private ValidatableResponse moderate(RequestSpecification as, String level, String why) {
        return Planned.post(
                as.header("If-Match", "*"),
                "/api/v1/need-assessments/" + id + "/moderation",
                "{\"level\":\"" + level + "\",\"rationale\":\"" + why + "\"}");
    }

    private ValidatableResponse decide(RequestSpecification as, String ruling) {
        return Planned.post(as, "/api/v1/need-assessments/" + id + "/moderation/approval", ruling);
    }

    private ValidatableResponse need(RequestSpecification as) {
        return as.get("/api/v1/need-assessments/" + id).then().statusCode(200);
    }

    @Test
    void byOneLevelATrustLeaderDecidesAlone() {
        moderate(As.trustLeader(), "targeted", WHY)
                .statusCode(200)
                .body("assessment.level", equalTo("targeted"))
                .body("assessment.computedLevel", equalTo("universal"))
                .body("assessment.moderated", equalTo(true))
                .body("assessment.entitlementDays", equalTo(10))
                .body("moderations[0].state", equalTo("in-force"))
                .body("moderations[0].rationale", equalTo(WHY))
                .body("moderations[0].author", equalTo("Account trust.leader"))
                .body("moderations[0].approval", nullValue());
        need(As.inSchool("member", "committee-member", 900001)).body("moderations[0].rationale", equalTo(WHY));
        As.trustLeader()
                .get("/api/v1/need-assessments?level=targeted")
                .then()
                .body("results.assessment.schoolUrn", contains(900001));
        As.head(900001)
                .get("/api/v1/activity?subject=need&subjectId=" + id)
                .then()
                .body("results[0].summary", equalTo("set the need level in " + NOW.words()))
                .body("results[0].reason", equalTo(WHY))
                .body("results[0].changes[0].before", equalTo("universal"))
                .body("results[0].changes[0].after", equalTo("targeted"));
    }

    @Test
    void aModeratedLevelSurvivesThatNeedIsComputedAnew() {
        moderate(As.trustLeader(), "targeted", WHY).statusCode(200);
        Assessable.results(900001, YEAR - 1, 10, 30);
        Assessable.graded(900001, NOW.firstDay().minusYears(8), "4", "4");
        Assessable.whole(900001, "ATT_OVERALL_ABSENCE", YEAR - 1, "summer", "12");
        Assessable.whole(900001, "ATT_PERSISTENT_ABSENCE", YEAR - 1, "summer", "40");
        Assessable.whole(900001, "SUSPENSION_RATE_TERM", YEAR - 1, "summer", "9");
        compute();
        need(As.trustLeader())
                .body("assessment.level", equalTo("targeted"))
                .body("assessment.computedLevel", equalTo("intensive"))
                .body("moderations[0].computedLevel", equalTo("universal"))
                .body("moderations[0].rationale", equalTo(WHY));
    }

    @Test
    void aNewTermBeginsWithItsComputedLevelAndShowsWhatWasSaidBefore() {
        Given.run(
                "update need_assessment set academic_year = ?, term = ?",
                before(NOW).academicYear().start(),
                before(NOW).number());
        moderate(As.trustLeader(), "targeted", WHY).statusCode(200);
        compute();
        As.trustLeader()
                .get("/api/v1/schools/900001/need")
                .then()
                .body("current.assessment.level", equalTo("universal"))
                .body("current.moderations[0].rationale", equalTo(WHY))
                .body("history.level", contains("universal", "targeted"));
        moderate(As.trustLeader(), "universal", WHY).statusCode(409).body("detail", containsString("The term is over"));
    }

    @Test
    void byTwoLevelsItWaitsForASecondLeader() {
        second().get("/api/v1/me").then().statusCode(200);
        moderate(As.trustLeader(), "intensive", WHY)
                .statusCode(200)
                .body("assessment.level", equalTo("universal"))
                .body("assessment.waiting", equalTo(true))
                .body("moderations[0].state", equalTo("waiting"))
                .body("moderations[0].approval.decides", equalTo("second-trust-leader"))
                .body("mayDecide", equalTo(false));
        second().get("/api/v1/me/work")
                .then()
                .body("results.kind", contains("approval"))
                .body("results[0].title", containsString("Intensive instead of Universal"))
                .body("results[0].reason", containsString(WHY))
                .body("results[0].subject.kind", equalTo("need"))
                .body("results[0].subject.id", equalTo(id));
        second().get("/api/v1/me/notifications")
                .then()
                .body("results[0].words", equalTo("Account trust.leader asks for your approval of the need level."))
                .body("results[0].title", equalTo("Need in " + NOW.words()));
        As.trustLeader().get("/api/v1/me/work").then().body("results", hasSize(0));
        need(second()).body("mayDecide", equalTo(true));
        decide(As.trustLeader(), APPROVED).statusCode(403).body("detail", containsString("yourself"));
        decide(As.head(900001), APPROVED).statusCode(403);
        decide(As.inTrust("trustee", "trustee"), APPROVED).statusCode(403);
        decide(As.inSchool("member", "committee-member", 900001), APPROVED).statusCode(403);
        decide(As.anonymous(), APPROVED).statusCode(401);
        decide(second(), APPROVED)
                .statusCode(200)
                .body("assessment.level", equalTo("intensive"))
                .body("assessment.waiting", equalTo(false))
                .body("moderations[0].state", equalTo("in-force"))
                .body("moderations[0].approval.decider", equalTo("Account trust.leader.2"));
        decide(second(), APPROVED).statusCode(409);
        As.trustLeader()
                .get("/api/v1/me/notifications")
                .then()
                .body("results[0].words", equalTo("Account trust.leader.2 approved the need level."));
    }

    @Test
    void whatIsRefusedLeavesTheLevelAsItWas() {
        second();
        moderate(As.trustLeader(), "intensive", WHY).statusCode(200);
        decide(second(), "{\"outcome\":\"refused\"}").statusCode(422);
        decide(second(), "{\"outcome\":\"refused\",\"reason\":\"Targeted is enough\"}")
                .statusCode(200)
                .body("assessment.level", equalTo("universal"))
                .body("moderations[0].state", equalTo("refused"))
                .body("moderations[0].approval.reason", equalTo("Targeted is enough"));
        moderate(As.trustLeader(), "intensive", WHY).statusCode(200);
        moderate(As.trustLeader(), "targeted", WHY)
                .statusCode(200)
                .body("assessment.level", equalTo("targeted"))
                .body("moderations.state", contains("in-force", "withdrawn", "refused"));
    }

    @Test
    void itGoesBackToTheComputedLevel() {
        moderate(As.trustLeader(), "targeted", WHY).statusCode(200);
        moderate(As.trustLeader(), "universal", "The teachers have been replaced since.")
                .statusCode(200)
                .body("assessment.level", equalTo("universal"))
                .body("assessment.moderated", equalTo(false))
                .body("moderations", hasSize(2))
                .body("moderations.state", contains("past", "past"));
    }

    @Test
    void whatCannotBeSetIsTold() {
        moderate(As.trustLeader(), "urgent", WHY).statusCode(422).body("errors[0].path", equalTo("/level"));
        moderate(As.trustLeader(), "targeted", "Because").statusCode(422).body("errors[0].path", equalTo("/rationale"));
        moderate(As.trustLeader(), "universal", WHY).statusCode(409);
        Planned.post(
                        As.trustLeader(),
                        "/api/v1/need-assessments/" + id + "/moderation",
                        "{\"level\":\"targeted\",\"rationale\":\"" + WHY + "\"}")
                .statusCode(428);
        Planned.post(
                        As.trustLeader().header("If-Match", "\"7\""),
                        "/api/v1/need-assessments/" + id + "/moderation",
                        "{\"level\":\"targeted\",\"rationale\":\"" + WHY + "\"}")
                .statusCode(412)
                .body("current.assessment.level", equalTo("universal"));
        decide(second(), APPROVED).statusCode(409);
    }

    @Test
    void onlyTheTrustModerates() {
        moderate(As.head(900001), "targeted", WHY).statusCode(403);
        moderate(As.inTrust("trustee", "trustee"), "targeted", WHY).statusCode(403);
        moderate(As.inSchool("half.leader", "trust-leader", 900002), "targeted", WHY)
                .statusCode(404);
        moderate(As.anonymous(), "targeted", WHY).statusCode(401);
    }

    @Test
    void aSchoolInConcernIsNotModeratedBelowItsFloor() {
        Assessable.reportCard(900001, "not-met", null, "expected-standard");
        compute();
        moderate(As.trustLeader(), "targeted", WHY)
                .statusCode(422)
                .body("errors[0].message", containsString("Safeguarding was not met"));
    }

    @Test
    void aFloorThatComesLaterIsAboveWhatPeopleHaveSet() {
        moderate(As.trustLeader(), "targeted", WHY).statusCode(200);
        Assessable.reportCard(900001, "not-met", null, "expected-standard");
        compute();
        need(As.trustLeader()).body("assessment.level", equalTo("intensive"));
        As.trustLeader()
                .get("/api/v1/need-assessments?level=intensive")
                .then()
                .body("results.assessment.schoolUrn", hasItem(900001));
    }

    @Test
    void aSchemeThatAsksForTheBoardIsFollowed() {
        Given.run("update delegation_rule set decides = 'TRUST_BOARD' where decision = 'NEED_BY_ONE_LEVEL'");
        try {
            moderate(As.trustLeader(), "targeted", WHY)
                    .statusCode(200)
                    .body("assessment.waiting", equalTo(true))
                    .body("moderations[0].approval.decides", equalTo("trust-board"));
            decide(second(), APPROVED).statusCode(403);
            decide(As.inTrust("trustee", "trustee"), APPROVED).statusCode(403);
            Board board = Board.of("trustee.2");
            board.decide(board.meeting(), need(As.trustLeader()).extract().path("assessment.id"), "approved", "for")
                    .statusCode(201);
            need(As.trustLeader()).body("assessment.level", equalTo("targeted"));
        } finally {
            Given.run("update delegation_rule set decides = 'TRUST_LEADER' where decision = 'NEED_BY_ONE_LEVEL'");
        }
    }

    @Test
    void whatWasSaidIsNotChangedEvenByTheApplication() throws SQLException {
        moderate(As.trustLeader(), "targeted", WHY).statusCode(200);
        try (var connection = Given.withoutIdentity();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select set_config('uplift.trust', 'on', true)");
            assertThrows(SQLException.class, () -> statement.execute("update need_moderation set rationale = 'x'"));
        }
        assertEquals(1, Given.number("select count(*) from need_moderation where rationale = '" + WHY + "'"));
    }
}
