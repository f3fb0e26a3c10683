package org.uplift.commission;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.uplift.commission.Supporting.COMMISSIONS;
import static org.uplift.commission.Supporting.step;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.term.TermOfYear;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.Planned;
import org.uplift.testing.UpliftTest;

/** Support from the first request to what came of it. */
@UpliftTest
class CommissionResourceTest {
    private static final String EXPERT = "reading.lead";
    private UUID expert;

    @BeforeEach
    void twoSchools() {
        Supporting.schools();
        expert = Supporting.expert(EXPERT, "4");
    }

    private static RequestSpecification supporter() {
        return As.user(EXPERT, "school-leader");
    }

    private static ValidatableResponse read(RequestSpecification as, String commission) {
        return as.get(COMMISSIONS + "/" + commission).then();
    }

    @Test
    void itGoesFromARequestToWhatCameOfItForBothParties() {
        String commission = Supporting.requested(As.head(900001), "2");
        read(As.head(900001), commission)
                .statusCode(200)
                .body("commission.status", equalTo("requested"))
                .body("approval", nullValue())
                .body("may.match", equalTo(true));
        As.trustLeader()
                .get("/api/v1/me/work")
                .then()
                .body("results.find { it.kind == 'commission' }.title", equalTo("Phonics in year 1"));
        Supporting.match(As.trustLeader(), commission, expert)
                .statusCode(200)
                .body("commission.status", equalTo("matched"))
                .body("commission.supporter", equalTo("Account reading.lead"))
                // The head has asked for it, and recommends it by that.
                .body("approval.latest.status", equalTo("waiting"))
                .body("approval.mayDecide", equalTo(true));
        Supporting.approve(As.head(900001), commission).statusCode(403);
        Supporting.approve(As.trustLeader(), commission).statusCode(200).body("commission.status", equalTo("approved"));
        step(supporter(), commission, "acceptance", "{}")
                .statusCode(409)
                .body("detail", containsString("has not been written down"));
        step(As.head(900001), commission, "agreement", "{\"text\":\"Six mornings\"}")
                .statusCode(200);
        step(As.head(900001), commission, "acceptance", "{}").statusCode(403);
        step(supporter(), commission, "acceptance", "{}")
                .statusCode(200)
                .body("commission.status", equalTo("active"))
                .body("startedOn", equalTo(LocalDate.now().toString()));
        Supporting.visit(supporter(), commission, "1.5")
                .statusCode(201)
                .body("commission.daysGiven", equalTo(1.5f))
                .body("days[0].given", equalTo(1.5f));
        step(As.head(900001), commission, "completion", "{}")
                .statusCode(409)
                .body("detail", equalTo("The impact review of both parties is missing."));
        Supporting.impact(As.head(900001), commission, "school", 3).statusCode(201);
        Supporting.impact(As.head(900001), commission, "school", 3).statusCode(409);
        step(As.head(900001), commission, "completion", "{}")
                .statusCode(409)
                .body("detail", equalTo("The impact review of the supporter is missing."));
        Supporting.impact(As.head(900001), commission, "supporter", 4).statusCode(403);
        Supporting.impact(supporter(), commission, "supporter", 4).statusCode(201);
        step(supporter(), commission, "completion", "{}")
                .statusCode(200)
                .body("commission.status", equalTo("completed"))
                .body("commission.schoolRating", equalTo(3))
                .body("commission.supporterRating", equalTo(4))
                .body("value.daysPerStep", equalTo(0.8f))
                .body("may.cancel", equalTo(false));
        // What was not given is free again.
        As.head(900002)
                .get("/api/v1/experts/" + expert)
                .then()
                .body("expert.capacity.promised", equalTo(1.5f))
                .body("expert.capacity.free", equalTo(2.5f))
                .body("impact[0].area", equalTo("English"))
                .body("impact[0].rating", equalTo(3.0f));
    }

    /** The deployment: a membership of the school from the acceptance until the last day. */
    @Test
    void whoAcceptsIsDeployedToTheSchoolWhileItGoesOn() {
        Supplier<RequestSpecification> both = () -> As.user(EXPERT, "school-leader", "system-leader");
        both.get().get("/api/v1/schools/900001").then().statusCode(404);
        String commission = Supporting.active(EXPERT, expert, "2");
        both.get().get("/api/v1/schools/900001").then().statusCode(200);
        supporter().get("/api/v1/schools/900001").then().statusCode(404);
        step(As.head(900001), commission, "cancellation", "{\"reason\":\"The teacher has left\"}")
                .statusCode(200)
                .body("commission.status", equalTo("cancelled"))
                .body("endReason", equalTo("The teacher has left"));
        both.get().get("/api/v1/schools/900001").then().statusCode(404);
    }

    @Test
    void itIsReadByTheSchoolTheTrustItsCommitteeAndWhoGivesIt() {
        String commission = Supporting.requested(As.head(900001), "2");
        for (Supplier<RequestSpecification> as : List.<Supplier<RequestSpecification>>of(
                () -> As.head(900001),
                As::trustLeader,
                () -> As.inSchool("visitor", "system-leader", 900001),
                () -> As.inCommittee("member", "committee-member", Given.committee("Committee", 900001)),
                () -> As.inTrust("trustee", "trustee"))) {
            read(as.get(), commission).statusCode(200);
            as.get().get(COMMISSIONS).then().body("results.id", contains(commission));
        }
        read(supporter(), commission).statusCode(404);
        read(As.head(900002), commission).statusCode(404);
        read(As.anonymous(), commission).statusCode(401);
        read(As.dataManager(), commission).statusCode(403);
        supporter().get(COMMISSIONS).then().body("results", empty());
        Supporting.match(As.trustLeader(), commission, expert).statusCode(200);
        read(supporter(), commission).statusCode(200).body("commission.schoolName", equalTo("Alder Primary"));
        supporter().get(COMMISSIONS + "?mine=true").then().body("results.id", contains(commission));
        read(As.head(900002), commission).statusCode(404);
        // Who reads it as a committee member can do nothing with it.
        for (String step : List.of(
                "match",
                "approval-request",
                "approval",
                "agreement",
                "acceptance",
                "decline",
                "cancellation",
                "completion",
                "visits",
                "changes",
                "changes/" + UUID.randomUUID() + "/answer",
                "impact")) {
            step(As.user("member", "committee-member"), commission, step, "{}").statusCode(403);
        }
        As.user("member", "committee-member")
                .delete(COMMISSIONS + "/" + commission + "/visits/" + UUID.randomUUID())
                .then()
                .statusCode(403);
        for (String asked : List.of("", "/candidates")) {
            Planned.post(As.user("member", "committee-member"), COMMISSIONS + asked, "{}")
                    .statusCode(403);
        }
        As.user("member", "committee-member")
                .get(COMMISSIONS + "/" + commission + "/candidates")
                .then()
                .statusCode(403);
        supporter().get(COMMISSIONS + "/" + commission + "/candidates").then().statusCode(403);
    }

    @Test
    void everyIllegalStepIsRefused() {
        String commission = Supporting.requested(As.head(900001), "2");
        String reason = "{\"reason\":\"No time\"}";
        refused(As.trustLeader(), commission, "approval", "{\"outcome\":\"approved\"}");
        refused(As.head(900001), commission, "approval-request", "{}");
        refused(As.head(900001), commission, "agreement", "{\"text\":\"Six mornings\"}");
        step(supporter(), commission, "acceptance", "{}").statusCode(404);
        refused(As.head(900001), commission, "completion", "{}");
        Supporting.impact(As.head(900001), commission, "school", 3).statusCode(409);
        Supporting.match(As.trustLeader(), commission, expert).statusCode(200);
        refused(supporter(), commission, "acceptance", "{}");
        refused(supporter(), commission, "decline", reason);
        Supporting.visit(supporter(), commission, "1").statusCode(409);
        Supporting.approve(As.trustLeader(), commission).statusCode(200);
        refused(As.trustLeader(), commission, "approval", "{\"outcome\":\"approved\"}");
        Supporting.match(As.trustLeader(), commission, expert).statusCode(409);
        step(supporter(), commission, "decline", "{\"reason\":\" \"}").statusCode(422);
        step(supporter(), commission, "decline", reason)
                .statusCode(200)
                .body("commission.status", equalTo("declined"))
                .body("endReason", equalTo("No time"));
        for (String step : List.of("decline", "cancellation")) {
            refused(As.head(900001), commission, step, reason);
        }
        refused(As.head(900001), commission, "completion", "{}");
        String active = Supporting.active(EXPERT, expert, "2");
        refused(As.head(900001), active, "decline", reason);
        refused(supporter(), active, "acceptance", "{}");
        Supporting.match(As.trustLeader(), active, expert).statusCode(409);
    }

    private static void refused(RequestSpecification by, String commission, String step, String body) {
        step(by, commission, step, body).statusCode(409);
    }

    /** A conflict of interest that came up after the match, and a membership that has ended, stand in the way of beginning. */
    @Test
    void whoHasAConflictByThenDoesNotBegin() {
        String commission = Supporting.requested(As.head(900001), "2");
        Supporting.match(As.trustLeader(), commission, expert).statusCode(200);
        Supporting.approve(As.trustLeader(), commission).statusCode(200);
        step(As.head(900001), commission, "agreement", "{\"text\":\"Six mornings\"}")
                .statusCode(200);
        Planned.post(
                        supporter(),
                        "/api/v1/experts/" + expert + "/conflicts",
                        "{\"schoolUrn\":900001,\"what\":\"A relative works there\"}")
                .statusCode(200);
        step(supporter(), commission, "acceptance", "{}")
                .statusCode(409)
                .body("detail", containsString("conflict of interest"));
        String other = Supporting.requested(As.head(900001), "1");
        Given.run("update membership set valid_until = valid_from where person_id = ?", Given.person(EXPERT));
        As.head(900001)
                .get(COMMISSIONS + "/" + other + "/candidates")
                .then()
                .body("results[0].obstacles", hasItem("Works in the trust no longer."));
        As.trustLeader().get("/api/v1/experts").then().body("results", empty());
        As.trustLeader().get("/api/v1/expertise/capacity").then().body("experts", equalTo(0));
    }

    @Test
    void whatATrustLeaderAsksForIsRecommendedByTheHeadteacher() {
        String commission = Supporting.requested(As.trustLeader(), "2");
        Supporting.match(As.trustLeader(), commission, expert)
                .statusCode(200)
                .body("approval.latest", nullValue())
                .body("approval.rule.decides", equalTo("trust-leader"));
        As.head(900001)
                .get("/api/v1/me/work")
                .then()
                .body(
                        "results.find { it.kind == 'commission' }.reason",
                        equalTo("Account reading.lead is to give it; recommend it for approval."));
        As.inSchool("deputy", "school-leader", 900001);
        step(As.user("deputy", "school-leader"), commission, "approval-request", "{}")
                .statusCode(403);
        step(As.head(900001), commission, "approval-request", "{\"comment\":\"They know us\"}")
                .statusCode(200);
        As.trustLeader().get("/api/v1/me/work").then().body("results.kind", hasItem("approval"));
        step(As.trustLeader(), commission, "approval", "{\"outcome\":\"refused\",\"reason\":\"Too early\"}")
                .statusCode(200)
                .body("commission.status", equalTo("declined"))
                .body("endReason", equalTo("Too early"));
    }

    @Test
    void moreDaysThanAgreedNeedAChangeThatTheOtherPartyAgreesTo() {
        String commission = Supporting.active(EXPERT, expert, "2");
        Supporting.visit(supporter(), commission, "2").statusCode(201);
        Supporting.visit(supporter(), commission, "0.25")
                .statusCode(409)
                .body("detail", containsString(" 0 are left; more needs a change"));
        Supporting.visit(As.head(900001), commission, "0.25").statusCode(403);
        String more = "{" + Supporting.term() + ",\"days\":3,\"reason\":\"Another class\"}";
        String change = step(supporter(), commission, "changes", more)
                .statusCode(201)
                .body("changes[0].mayDecide", equalTo(false))
                .extract()
                .path("changes[0].id");
        step(supporter(), commission, "changes", more).statusCode(409);
        step(supporter(), commission, "changes/" + change + "/answer", "{\"agreed\":true}")
                .statusCode(403);
        read(As.head(900001), commission).body("changes[0].mayDecide", equalTo(true));
        step(As.head(900001), commission, "changes/" + change + "/answer", "{\"agreed\":true}")
                .statusCode(200)
                .body("commission.daysAgreed", equalTo(3.0f))
                .body("changes[0].status", equalTo("agreed"));
        step(As.head(900001), commission, "changes/" + change + "/answer", "{\"agreed\":true}")
                .statusCode(409);
        Supporting.visit(supporter(), commission, "1").statusCode(201);
        // The expert has four days in the term, and no more.
        String tooMany = "{" + Supporting.term() + ",\"days\":4.5,\"reason\":\"More still\"}";
        String second = step(As.head(900001), commission, "changes", tooMany)
                .statusCode(201)
                .extract()
                .path("changes[1].id");
        step(supporter(), commission, "changes/" + second + "/answer", "{\"agreed\":true}")
                .statusCode(409)
                .body("detail", containsString("Has 4 days left"));
        read(supporter(), commission).body("commission.daysAgreed", equalTo(3.0f));
        step(supporter(), commission, "changes/" + second + "/answer", "{\"agreed\":false}")
                .statusCode(200)
                .body("changes[1].status", equalTo("refused"));
    }

    @Test
    void aChangeSaysNothingOfTermsThatItDoesNotReach() {
        String commission = Supporting.active(EXPERT, expert, "2");
        step(supporter(), commission, "changes", "{\"cost\":5,\"reason\":\"Travel\"}")
                .statusCode(422)
                .body("errors.path", contains("/cost"));
        Supporting.visit(supporter(), commission, "0.5").statusCode(201);
        String before =
                changed(commission, "{\"endsOn\":\"" + LocalDate.now().minusDays(1) + "\",\"reason\":\"Early\"}");
        answer(commission, before).statusCode(409);
        step(As.head(900001), commission, "changes/" + before + "/answer", "{\"agreed\":false}")
                .statusCode(200);
        String outside = changed(
                commission, "{\"academicYear\":\"2098/2099\",\"term\":\"spring\",\"days\":1,\"reason\":\"Later\"}");
        answer(commission, outside).statusCode(409).body("detail", containsString("Spring 2098/2099 has no day from"));
        step(As.head(900001), commission, "cancellation", "{\"reason\":\"No time\"}")
                .statusCode(200)
                .body("changes[1].mayDecide", equalTo(false));
    }

    /** Days of a term that a shorter time does not reach are free for others. */
    @Test
    void whatIsShortenedFreesTheDaysOfLaterTerms() {
        TermOfYear now = TermOfYear.of(LocalDate.now());
        TermOfYear next = TermOfYear.of(now.lastDay().plusDays(1));
        String commission = Planned.post(
                        As.head(900001),
                        COMMISSIONS,
                        Supporting.wanted("\"schoolUrn\":900001", "2", "")
                                .replaceFirst("\"endsOn\":\"[^\"]*\"", "\"endsOn\":\"" + next.lastDay() + "\"")
                                .replace(
                                        "\"days\":2}]",
                                        "\"days\":2},{\"academicYear\":\"" + next.academicYear() + "\",\"term\":\""
                                                + next.term().code() + "\",\"days\":3}]"))
                .statusCode(201)
                .body("commission.daysAgreed", equalTo(5.0f))
                .extract()
                .path("commission.id");
        Supporting.match(As.trustLeader(), commission, expert).statusCode(200);
        Supporting.approve(As.trustLeader(), commission).statusCode(200);
        step(As.head(900001), commission, "agreement", "{\"text\":\"Six mornings\"}")
                .statusCode(200);
        step(supporter(), commission, "acceptance", "{}").statusCode(200);
        String shorter = changed(commission, "{\"endsOn\":\"" + now.lastDay() + "\",\"reason\":\"Enough\"}");
        answer(commission, shorter).statusCode(200).body("commission.daysAgreed", equalTo(2.0f));
        assertEquals(1, Given.number("select count(*) from commission_days"));
    }

    private static String changed(String commission, String change) {
        return step(supporter(), commission, "changes", change)
                .statusCode(201)
                .extract()
                .path("changes[-1].id");
    }

    private static ValidatableResponse answer(String commission, String change) {
        return step(As.head(900001), commission, "changes/" + change + "/answer", "{\"agreed\":true}");
    }

    @Test
    void daysThatWereLoggedByMistakeAreTakenOutAndThatStaysOnRecord() {
        String commission = Supporting.active(EXPERT, expert, "2");
        String visit = Supporting.visit(supporter(), commission, "2")
                .statusCode(201)
                .extract()
                .path("visits[0].id");
        String path = COMMISSIONS + "/" + commission + "/visits/" + visit;
        As.head(900001).delete(path).then().statusCode(403);
        supporter().delete(path).then().statusCode(200).body("visits", empty());
        supporter().delete(path).then().statusCode(404);
        As.head(900001)
                .get("/api/v1/activity?subject=commission&subjectId=" + commission)
                .then()
                .body("results[0].summary", containsString("took out 2 days"));
        step(supporter(), commission, "visits", "{\"day\":\"2099-01-01\",\"days\":1,\"what\":\"x\"}")
                .statusCode(422)
                .body("errors.path", contains("/day"));
        step(
                        supporter(),
                        commission,
                        "visits",
                        "{\"day\":\"" + LocalDate.now().minusDays(1) + "\",\"days\":1,\"what\":\"x\"}")
                .statusCode(422)
                .body("errors.path", contains("/day"));
    }

    @Test
    void aRequestSaysWhatIsWrongWithIt() {
        for (List<String> one : List.of(
                List.of("\"schoolUrn\":900001,\"beyond\":\"Somebody\"", "", "/schoolUrn"),
                List.of("\"schoolUrn\":900001", ",\"specialism\":\"juggling\"", "/specialism"),
                List.of(
                        "\"schoolUrn\":900001",
                        ",\"measures\":[{\"measureCode\":\"X\",\"cohort\":\"6\",\"pupilGroup\":\"ALL\"}]",
                        "/measures/0/measureCode"),
                List.of(
                        "\"schoolUrn\":900001",
                        ",\"source\":{\"kind\":\"priority\",\"id\":\"" + UUID.randomUUID() + "\"}",
                        "/source/id"),
                List.of("\"schoolUrn\":900001", ",\"endsOn\":\"2020-01-01\"", "/endsOn"))) {
            String body = Supporting.wanted(one.get(0), "2", one.get(1));
            if (one.get(1).startsWith(",\"specialism") || one.get(1).startsWith(",\"endsOn")) {
                String field = one.get(1).substring(1, one.get(1).indexOf(':'));
                body = body.replaceFirst(field + ":\"[^\"]*\",", "");
            }
            Planned.post(As.head(900001), COMMISSIONS, body).statusCode(422).body("errors.path", contains(one.get(2)));
        }
        Planned.post(As.head(900002), COMMISSIONS, Supporting.wanted("\"schoolUrn\":900001", "2", ""))
                .statusCode(404);
        Planned.post(As.head(900001), COMMISSIONS, Supporting.wanted("\"beyond\":\"A school elsewhere\"", "2", ""))
                .statusCode(403);
    }

    @Test
    void supportBeyondTheTrustIsACommissionTooAndTheBoardIsNextWhereATrustLeaderAsks() {
        String commission = Planned.post(
                        As.trustLeader(), COMMISSIONS, Supporting.wanted("\"beyond\":\"A school elsewhere\"", "2", ""))
                .statusCode(201)
                .body("commission.beyond", equalTo("A school elsewhere"))
                .body("entitlement", nullValue())
                .extract()
                .path("commission.id");
        Given.run("update expert set beyond_trust = false");
        Supporting.match(As.trustLeader(), commission, expert)
                .statusCode(409)
                .body("detail", containsString("Does not support schools beyond the trust."));
        Given.run("update expert set beyond_trust = true");
        Supporting.match(As.trustLeader(), commission, expert).statusCode(200);
        step(As.trustLeader(), commission, "approval-request", "{}")
                .statusCode(200)
                .body("approval.latest.decides", equalTo("trust-board"));
        read(As.head(900001), commission).statusCode(404);
        read(supporter(), commission).statusCode(200);
    }

    @Test
    void fromAPriorityItTakesTheMeasuresAndCanBeAskedForOnceAtATime() {
        String cycle = Planned.cycle(As.head(900001), 900001);
        String priority = Planned.priority(() -> As.head(900001), cycle, "Reading");
        Planned.move(As.head(900001), cycle, "target-setting").statusCode(200);
        Planned.target(As.head(900001), priority, "ALL");
        value("2020/2021", "2021-07-01", 60);
        value("2090/2091", "2091-07-01", 71);
        String body = Supporting.wanted(
                "\"schoolUrn\":900001", "2", ",\"source\":{\"kind\":\"priority\",\"id\":\"" + priority + "\"}");
        String commission = Planned.post(As.head(900001), COMMISSIONS, body)
                .statusCode(201)
                .body("source.title", equalTo("Reading"))
                .body("measures.measureCode", contains("KS2_RWM_EXP"))
                .body("measures[0].before.display", equalTo("60%"))
                .body("measures[0].after.display", equalTo("71%"))
                .body("measures[0].after.cohortSize", equalTo(60))
                .extract()
                .path("commission.id");
        Planned.post(As.head(900001), COMMISSIONS, body).statusCode(409);
        As.head(900001).get(COMMISSIONS + "?sourceId=" + priority).then().body("results.id", contains(commission));
        step(As.head(900001), commission, "cancellation", "{\"reason\":\"Asked twice\"}")
                .statusCode(200);
        Planned.post(As.head(900001), COMMISSIONS, body).statusCode(201);
        // The expert sees no outcomes of a school to which they are not deployed.
        String matched = Supporting.requested(As.head(900001), "1");
        Supporting.match(As.trustLeader(), matched, expert).statusCode(200);
        read(supporter(), matched).statusCode(200).body("entitlement", nullValue());
    }

    private static void value(String year, String day, int value) {
        Given.run(
                "insert into outcome (school_urn, measure_code, academic_year, assessment_point, cohort, pupil_group,"
                        + " source, value, result_status, dated, cohort_size) values (900001, 'KS2_RWM_EXP', ?, 'summer', '6', 'ALL', 'published', ?,"
                        + " 'final', cast(? as date), 60)",
                Integer.parseInt(year.substring(0, 4)),
                value,
                day);
    }

    @Test
    void whoSupportsWhomIsAddedUpForThoseWhoSeeTheSchools() {
        String commission = Supporting.active(EXPERT, expert, "3");
        Supporting.visit(supporter(), commission, "0.5").statusCode(201);
        Supporting.requested(As.head(900001), "1");
        As.trustLeader()
                .get("/api/v1/support")
                .then()
                .statusCode(200)
                .body("schools.schoolUrn", contains(900001, 900002))
                .body("schools[0].agreed", equalTo(3.0f))
                .body("schools[0].given", equalTo(0.5f))
                .body("schools[0].requested", equalTo(1))
                .body("schools[1].givesAgreed", equalTo(3.0f))
                .body("links", hasSize(1))
                .body("links[0].from", equalTo("Beech Primary"))
                .body("links[0].to", equalTo("Alder Primary"));
        As.head(900002)
                .get("/api/v1/support")
                .then()
                .statusCode(200)
                .body("schools.schoolUrn", contains(900002))
                // What its people give it may know, though not for whom.
                .body("schools[0].givesAgreed", equalTo(3.0f))
                .body("schools[0].agreed", equalTo(0))
                .body("links", empty());
        As.dataManager().get("/api/v1/support").then().statusCode(403);
        As.anonymous().get("/api/v1/support").then().statusCode(401);
    }

    @Test
    void aStaleMatchIsRefusedWithTheVersionThatIsThere() {
        String commission = Supporting.requested(As.head(900001), "2");
        Supporting.match(As.trustLeader().header("If-Match", "\"7\""), commission, expert)
                .statusCode(412)
                .body("current.commission.id", equalTo(commission))
                .body("current.commission.status", equalTo("requested"));
        As.head(900001).get(COMMISSIONS + "/" + commission).then().header("ETag", notNullValue());
        assertEquals(0, Given.number("select count(*) from commission where expert_id is not null"));
    }
}
