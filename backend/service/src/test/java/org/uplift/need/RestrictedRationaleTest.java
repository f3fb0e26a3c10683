package org.uplift.need;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.uplift.need.Assessable.compute;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.testing.As;
import org.uplift.testing.Board;
import org.uplift.testing.Given;
import org.uplift.testing.Planned;
import org.uplift.testing.UpliftTest;

/** A level that is set because of a restricted concern: others see the level and the score, and never why. */
@UpliftTest
class RestrictedRationaleTest {
    private static final String WHY = "What we know of this needs somebody there each day.";

    private String id;
    private String concern;

    @AfterEach
    void forgetEngland() {
        Assessable.forgetEngland();
    }

    @BeforeEach
    void aRestrictedConcernThatATrustLeaderNeedsToKnowOf() {
        Assessable.school(900001, "Alder Primary");
        Assessable.school(900002, "Birch Primary");
        compute();
        id = Assessable.assessment(900001);
        As.trustLeader();
        concern = raised("safeguarding", 900001);
        Planned.post(
                        As.safeguardingLead(900001),
                        "/api/v1/concerns/" + concern + "/need-to-know",
                        "{\"personId\":\"" + Given.person("trust.leader") + "\",\"reason\":\"Leads the trust\"}")
                .statusCode(201);
    }

    private static String raised(String category, int urn) {
        return Planned.post(
                        As.head(urn),
                        "/api/v1/concerns",
                        "{\"schoolUrn\":" + urn + ",\"category\":\"" + category
                                + "\",\"severity\":\"high\",\"title\":\"A bruise\",\"summary\":\"Seen on Tuesday.\"}")
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static RequestSpecification named() {
        return As.steppedUp("trust.leader", "trust-leader");
    }

    private ValidatableResponse moderate(RequestSpecification as, String level, String because) {
        return Planned.post(
                as.header("If-Match", "*"),
                "/api/v1/need-assessments/" + id + "/moderation",
                "{\"level\":\"" + level + "\",\"rationale\":\"" + WHY + "\",\"concernId\":\"" + because + "\"}");
    }

    private ValidatableResponse need(RequestSpecification as) {
        return as.get("/api/v1/need-assessments/" + id).then().statusCode(200);
    }

    @Test
    void othersSeeTheLevelAndTheScoreOnly() {
        moderate(named(), "targeted", concern)
                .statusCode(200)
                .body("assessment.level", equalTo("targeted"))
                .body("moderations[0].rationale", nullValue())
                .body("moderations[0].concernId", equalTo(concern))
                .body("moderations[0].author", equalTo("Account trust.leader"));
        for (Supplier<RequestSpecification> as : List.<Supplier<RequestSpecification>>of(
                () -> As.head(900001),
                () -> As.inSchool("member", "committee-member", 900001),
                () -> As.inTrust("trustee", "trustee"),
                () -> As.inTrust("trust.leader.2", "trust-leader"))) {
            need(as.get())
                    .body("assessment.level", equalTo("targeted"))
                    .body("assessment.computedLevel", equalTo("universal"))
                    .body("moderations[0].level", equalTo("targeted"))
                    .body("moderations[0].rationale", nullValue())
                    .body("moderations[0].concernId", nullValue())
                    .body("moderations[0].personId", nullValue())
                    .body("moderations[0].author", nullValue());
            for (String path : List.of("/api/v1/activity?schoolUrn=900001", "/api/v1/me/notifications")) {
                String told =
                        as.get().get(path).then().statusCode(200).extract().asString();
                assertEquals(-1, told.indexOf("need level"), path);
                assertEquals(-1, told.indexOf(WHY), path);
                assertEquals(-1, told.indexOf(concern), path);
            }
        }
        As.safeguardingLead(900001)
                .get("/api/v1/concerns/" + concern + "/entries")
                .then()
                .statusCode(200)
                .body("results[0].kind", equalTo("need"))
                .body("results[0].from", equalTo("universal"))
                .body("results[0].to", equalTo("targeted"))
                .body("results[0].text", equalTo(WHY));
        for (String table : List.of("need_moderation", "concern_entry", "activity", "approval", "notification")) {
            assertEquals(
                    0, Given.number("select count(*) from " + table + " t where t::text like '%" + WHY + "%'"), table);
        }
    }

    @Test
    void itSurvivesThatNeedIsComputedAnewAndGoesWithTheNeedToKnow() {
        moderate(named(), "targeted", concern).statusCode(200);
        compute();
        need(named()).body("assessment.level", equalTo("targeted")).body("moderations[0].concernId", equalTo(concern));
        String entry = As.safeguardingLead(900001)
                .get("/api/v1/concerns/" + concern + "/need-to-know")
                .then()
                .extract()
                .path("results[0].id");
        Planned.post(As.safeguardingLead(900001), "/api/v1/need-to-know/" + entry + "/end", "{}")
                .statusCode(200);
        need(named())
                .body("assessment.level", equalTo("targeted"))
                .body("moderations[0].concernId", nullValue())
                .body("moderations[0].author", nullValue());
    }

    @Test
    void aSecondLeaderAgreesToTwoLevelsWithoutBeingToldWhy() {
        As.inTrust("trust.leader.2", "trust-leader").get("/api/v1/me").then().statusCode(200);
        moderate(named(), "intensive", concern)
                .statusCode(200)
                .body("moderations[0].state", equalTo("waiting"))
                .body("moderations[0].approval.comment", nullValue());
        RequestSpecification second = As.inTrust("trust.leader.2", "trust-leader");
        String work = second.get("/api/v1/me/work")
                .then()
                .body("results.kind", contains("approval"))
                .body("results[0].title", containsString("Intensive instead of Universal"))
                .extract()
                .asString();
        assertEquals(-1, work.indexOf(WHY));
        need(As.head(900001)).body("moderations[0].approval", nullValue());
        Planned.post(
                        As.inTrust("trust.leader.2", "trust-leader"),
                        "/api/v1/need-assessments/" + id + "/moderation/approval",
                        "{\"outcome\":\"approved\"}")
                .statusCode(200)
                .body("assessment.level", equalTo("intensive"))
                .body("moderations[0].rationale", nullValue());
    }

    private static void toldToTheBoard(String bodies) {
        Given.run("update delegation_rule set consulted = '" + bodies + "' where decision = 'NEED_BY_TWO_LEVELS'");
    }

    @Test
    void nobodyIsConsultedOrInformedOfOneNorLearnsWhoAskedBesidesThoseWhoDecide() {
        Supplier<RequestSpecification> trustee = () -> As.inTrust("trustee", "trustee");
        Supplier<RequestSpecification> second = () -> As.inTrust("trust.leader.2", "trust-leader");
        trustee.get().get("/api/v1/me").then().statusCode(200);
        second.get().get("/api/v1/me").then().statusCode(200);
        toldToTheBoard("{TRUST_BOARD}");
        try {
            moderate(named(), "intensive", concern).statusCode(200);
            String approval = "/api/v1/approvals/" + Board.approval(id);
            String opinion = "{\"text\":\"The board would wait.\"}";
            trustee.get().get("/api/v1/me/work").then().body("results", hasSize(0));
            trustee.get().get(approval).then().statusCode(404);
            As.head(900001).get(approval).then().statusCode(404);
            Planned.post(trustee.get(), approval + "/opinions", opinion).statusCode(404);
            second.get()
                    .get(approval)
                    .then()
                    .statusCode(200)
                    .body("mayDecide", equalTo(true))
                    .body("mayAdvise", equalTo(false));
            Planned.post(
                            second.get(),
                            "/api/v1/need-assessments/" + id + "/moderation/approval",
                            "{\"outcome\":\"approved\"}")
                    .statusCode(200);
            trustee.get().get("/api/v1/me/notifications").then().body("results", hasSize(0));
            moderate(named(), "targeted", concern).statusCode(200);
            trustee.get().get("/api/v1/me/notifications").then().body("results", hasSize(0));
            assertEquals(0, Given.number("select count(*) from committee_notice"));
        } finally {
            toldToTheBoard("{}");
        }
    }

    @Test
    void itNeedsARestrictedConcernOfTheSchoolThatOpensForTheAuthor() {
        moderate(As.trustLeader(), "targeted", concern)
                .statusCode(401)
                .body("type", equalTo("urn:uplift:problem:step-up-needed"));
        As.inTrust("trust.leader.2", "trust-leader");
        moderate(As.steppedUp("trust.leader.2", "trust-leader"), "targeted", concern)
                .statusCode(404)
                .body("detail", not(containsString(concern)));
        moderate(named(), "targeted", raised("attendance", 900001))
                .statusCode(422)
                .body("errors.path", contains("/concernId"))
                .body("errors.code", contains("not-restricted"));
        moderate(named(), "targeted", raised("attendance", 900002))
                .statusCode(422)
                .body("errors.code", contains("other-school"));
        assertEquals(0, Given.number("select count(*) from need_moderation"));
        need(named()).body("assessment.level", equalTo("universal"));
    }
}
