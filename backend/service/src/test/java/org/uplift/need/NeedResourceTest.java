package org.uplift.need;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.uplift.need.Assessable.NOW;
import static org.uplift.need.Assessable.TODAY;
import static org.uplift.need.Assessable.YEAR;
import static org.uplift.need.Assessable.before;
import static org.uplift.need.Assessable.compute;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.term.TermOfYear;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.Planned;
import org.uplift.testing.UpliftTest;

@UpliftTest
class NeedResourceTest {
    private static final String LIST = "/api/v1/need-assessments";

    @Inject
    SessionFactory sessions;

    @Inject
    NeedRound round;

    @AfterEach
    void forgetEngland() {
        Assessable.forgetEngland();
    }

    @BeforeEach
    void schools() {
        Assessable.school(900001, "Alder Primary");
        Assessable.school(900002, "Beech Primary");
        // 14 points below England, in three years from 60 down to 46.
        Assessable.results(900002, YEAR - 3, 56, 30);
        Assessable.results(900002, YEAR - 2, 50, 30);
        Assessable.results(900002, YEAR - 1, 46, 30);
    }

    private static RequestSpecification trustee() {
        return As.inTrust("trustee", "trustee");
    }

    private static ValidatableResponse need(RequestSpecification as, int urn) {
        return as.get("/api/v1/schools/" + urn + "/need").then().statusCode(200);
    }

    private long statements(Supplier<ValidatableResponse> work) {
        Statistics statistics = sessions.getStatistics();
        statistics.setStatisticsEnabled(true);
        statistics.clear();
        work.get().statusCode(200);
        return statistics.getPrepareStatementCount();
    }

    private static String contribution(String indicator) {
        return "current.contributions.find { it.indicatorCode == '" + indicator + "' }.";
    }

    @Test
    void theSchoolWithMostNeedComesFirstWithWhatItIsMadeOf() {
        compute()
                .statusCode(200)
                .body("computed", equalTo(2))
                .body("kept", equalTo(0))
                .body("academicYear", equalTo(NOW.academicYear().toString()))
                .body("asAt", equalTo(TODAY.toString()));
        As.trustLeader()
                .get(LIST)
                .then()
                .statusCode(200)
                .body("results.assessment.schoolName", contains("Beech Primary", "Alder Primary"))
                .body("results[1].assessment.score", equalTo(0.0f))
                .body("results[1].assessment.level", equalTo("universal"))
                .body("results[1].assessment.entitlementDays", equalTo(3))
                .body(
                        "results[0].cells.find { it.indicatorCode == 'RWM_ENGLAND' }.display",
                        equalTo("−14.0 percentage points"))
                .body("results[0].cells.find { it.indicatorCode == 'RWM_ENGLAND' }.contribution", equalTo(10.5f))
                .body("results[0].cells.find { it.indicatorCode == 'RWM_ENGLAND' }.band", equalTo("high"))
                .body("results[0].cells.find { it.indicatorCode == 'KS2_PROGRESS' }.band", nullValue())
                .body("results[0].cells.indicatorCode", not(hasItem("PROGRESS_8")))
                .body("terms.term", contains(NOW.term().code()))
                .body("paging.totalResults", equalTo(2));
        As.trustLeader()
                .get(LIST + "?indicatorCode=RWM_GAP&sort=school&everyTerm=true")
                .then()
                .body("results.assessment.schoolUrn", contains(900001, 900002))
                .body("results.cells.flatten().indicatorCode", everyItem(equalTo("RWM_GAP")));
        As.trustLeader()
                .get(LIST + "?level=universal&schoolUrn=900001&sort=newest")
                .then()
                .body("results", hasSize(1));
        As.trustLeader().get(LIST + "?level=intensive").then().body("results", hasSize(0));
    }

    @Test
    void theSchoolReadsWhy() {
        compute();
        need(As.head(900002), 900002)
                .body(contribution("RWM_ENGLAND") + "basis", containsString("46% here, 60% in England"))
                .body(contribution("RWM_ENGLAND") + "startsAt", equalTo("0.0 percentage points"))
                .body(contribution("RWM_ENGLAND") + "fullAt", equalTo("−20.0 percentage points"))
                .body(contribution("RWM_ENGLAND") + "maximum", equalTo(15))
                .body(contribution("RWM_ENGLAND") + "without.score", notNullValue())
                .body(contribution("RWM_ENGLAND") + "measureCodes", contains("KS2_RWM_EXP"))
                .body(contribution("RWM_TREND") + "basis", containsString("60%, 56%, 50%, 46%"))
                .body(contribution("RWM_TREND") + "display", equalTo("−14.4 percentage points"))
                .body("current.contributions[0].indicatorCode", equalTo("RWM_ENGLAND"))
                .body("current.newest", equalTo(true))
                .body("history", hasSize(1));
        String id = Assessable.assessment(900002);
        As.head(900002)
                .get(LIST + "/" + id)
                .then()
                .statusCode(200)
                .body("assessment.schoolUrn", equalTo(900002))
                .header("ETag", notNullValue());
        As.head(900002)
                .get("/api/v1/schools/900002/need?academicYear=2000/2001&term=autumn")
                .then()
                .body("current", nullValue())
                .body("history", hasSize(1));
    }

    @Test
    void itIsReadByThoseOfTheSchoolAndComputedByTheTrust() {
        compute();
        String id = Assessable.assessment(900001);
        for (String path : List.of(LIST, LIST + "/" + id, "/api/v1/schools/900001/need")) {
            As.anonymous().get(path).then().statusCode(401);
            As.dataManager().get(path).then().statusCode(403);
            As.inTrust("analyst", "analyst").get(path).then().statusCode(403);
            As.administrator().get(path).then().statusCode(403);
            for (RequestSpecification reader : List.of(
                    As.head(900001),
                    As.inSchool("walker", "system-leader", 900001),
                    As.inSchool("member", "committee-member", 900001),
                    trustee(),
                    As.trustLeader())) {
                reader.get(path).then().statusCode(200);
            }
        }
        As.head(900002).get(LIST + "/" + id).then().statusCode(404);
        As.head(900002).get("/api/v1/schools/900001/need").then().statusCode(404);
        As.trustLeader().get("/api/v1/schools/900009/need").then().statusCode(404);
        As.head(900002).get(LIST).then().body("results.assessment.schoolUrn", contains(900002));
        for (RequestSpecification other : List.of(As.head(900001), trustee(), As.dataManager())) {
            other.contentType("application/json").body("{}").post(LIST).then().statusCode(403);
        }
        As.inSchool("half.leader", "trust-leader", 900001)
                .contentType("application/json")
                .body("{}")
                .post(LIST)
                .then()
                .statusCode(403);
        As.anonymous()
                .contentType("application/json")
                .body("{}")
                .post(LIST)
                .then()
                .statusCode(401);
    }

    @Test
    void whatIsAskedWronglyIsTold() {
        compute("{\"academicYear\":\"2099/2100\"}").statusCode(422).body("errors[0].path", equalTo("/term"));
        compute("{\"term\":\"winter\"}").statusCode(422);
        As.trustLeader().get(LIST + "?sort=size").then().statusCode(422);
        As.trustLeader().get(LIST + "?term=winter").then().statusCode(422);
        As.trustLeader().get("/api/v1/schools/900001/need?term=autumn").then().statusCode(422);
        As.trustLeader().get(LIST + "/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void theMethodIsForEverybodyWithARole() {
        for (RequestSpecification reader : List.of(
                As.inTrust("analyst", "analyst"), As.inTrust("clerk", "clerk"), As.administrator(), As.head(900001))) {
            reader.get("/api/v1/need-indicators")
                    .then()
                    .statusCode(200)
                    .body("results.code", hasItems("RWM_ENGLAND", "CONCERNS", "NEW_HEADTEACHER"))
                    .body("results.find { it.code == 'INSPECTION_AREAS' }.points.code", hasItem("needs-attention"));
        }
        As.head(900001)
                .get("/api/v1/need-levels")
                .then()
                .statusCode(200)
                .body("results.code", contains("universal", "targeted", "intensive"))
                .body("results.entitlementDays", contains(3, 10, 20))
                .body("leastComputedPercent", equalTo(60));
        As.mis(900001).get("/api/v1/need-levels").then().statusCode(403);
        As.anonymous().get("/api/v1/need-indicators").then().statusCode(401);
    }

    @Test
    void whatIsMissingIsSaidAndCountsForNothing() {
        Given.run("delete from outcome where school_urn = 900002 and pupil_group <> 'ALL'");
        compute();
        need(As.trustLeader(), 900002)
                .body(contribution("RWM_GAP") + "display", nullValue())
                .body(contribution("RWM_GAP") + "band", nullValue())
                .body(contribution("RWM_GAP") + "contribution", equalTo(0.0f))
                .body(contribution("RWM_GAP") + "basis", containsString("no value of this year"))
                .body(contribution("NEW_HEADTEACHER") + "basis", containsString("headteacher"))
                .body("current.assessment.score", nullValue());
        Assessable.graded(900002, TODAY.minusYears(1), "2", "2");
        compute();
        // 15 for England, 8 for the trend, 10 for averages, 21 for attendance, 16 for the inspection and its age, 10
        // for concerns.
        need(As.trustLeader(), 900002)
                .body("current.assessment.possible", equalTo(80))
                .body("current.assessment.score", equalTo(22.6f));
    }

    @Test
    void withTooLittleDataThereIsNoScoreAndNoLevel() {
        Given.school(900003, "Cedar Primary", "IN_TRUST");
        compute().body("computed", equalTo(3));
        need(As.trustLeader(), 900003)
                .body("current.assessment.score", nullValue())
                .body("current.assessment.level", nullValue())
                .body("current.assessment.entitlementDays", nullValue());
        As.trustLeader().get(LIST).then().body("results[2].assessment.schoolUrn", equalTo(900003));
    }

    /** A trust leader and a trustee read the same, and nothing in it depends on what few pupils have done. */
    @Test
    void whatFewPupilsHaveDoneIsUsedForNobody() {
        Assessable.graded(900001, TODAY.minusYears(1), "2", "2");
        Assessable.results(900001, YEAR - 1, 80, 5);
        Assessable.results(900001, YEAR - 2, 80, 5);
        compute();
        String before = need(As.trustLeader(), 900001)
                .body(contribution("RWM_ENGLAND") + "display", nullValue())
                .body(contribution("RWM_ENGLAND") + "basis", containsString("too few pupils"))
                .extract()
                .path("current.contributions")
                .toString();
        Object score = need(trustee(), 900001).extract().path("current.assessment.score");
        assertEquals(
                before,
                need(trustee(), 900001).extract().path("current.contributions").toString());
        Assessable.results(900001, YEAR - 1, 0, 5);
        Assessable.results(900001, YEAR - 2, 0, 5);
        compute();
        assertEquals(
                before,
                need(As.trustLeader(), 900001)
                        .extract()
                        .path("current.contributions")
                        .toString());
        assertEquals(score, need(trustee(), 900001).extract().path("current.assessment.score"));
    }

    /** Three disadvantaged pupils are hidden, and with them the others, from whom and all they would follow. */
    @Test
    void aGapOfFewPupilsIsUsedForNobodyEither() {
        for (int year = YEAR - 2; year < YEAR; year++) {
            Assessable.results(900002, year, 50, 9);
        }
        compute();
        need(As.trustLeader(), 900002)
                .body(contribution("RWM_GAP") + "display", nullValue())
                .body(contribution("RWM_GAP") + "basis", containsString("too few pupils"))
                .body(contribution("RWM_ENGLAND") + "display", notNullValue());
    }

    @Test
    void aRestrictedConcernIsAsIfItWereNotThere() {
        concern("HIGH", true, "OPEN");
        concern("HIGH", false, "CLOSED");
        compute();
        need(As.trustLeader(), 900001).body(contribution("CONCERNS") + "display", equalTo("0 points"));
        concern("MODERATE", false, "OPEN");
        concern("MODERATE", false, "MONITORING");
        concern("LOW", false, "OPEN");
        compute();
        // 7 points, in whole sixes.
        need(trustee(), 900001)
                .body(contribution("CONCERNS") + "display", equalTo("6 points"))
                .body(contribution("CONCERNS") + "contribution", equalTo(2.5f));
    }

    private static void concern(String severity, boolean restricted, String status) {
        Given.run(
                "insert into concern (id, school_urn, category_code, status, severity, restricted, raised_by, raised_name,"
                        + " raised_at, raised_on, closed_at, retain_until, key_id, sealed_key, title, summary)"
                        + " select ?, 900001, 'attendance', ?, ?, ?, p.id, p.name, now(), ?, c.at, cast(c.at as date) + 1000,"
                        + " 'test', '\\x01', '\\x01', '\\x01'"
                        + " from (select id, name from person limit 1) p,"
                        + " (select case when ? = 'CLOSED' then now() - interval '3 days' end as at) c",
                UUID.randomUUID(),
                status,
                severity,
                restricted,
                TODAY.minusDays(10),
                status);
    }

    @Test
    void aSchoolInConcernIsAtLeastIntensive() {
        Assessable.reportCard(900001, "not-met", null, "expected-standard");
        Assessable.reportCard(900002, "met", "RSI", "needs-attention", "urgent-improvement", "expected-standard");
        compute();
        need(As.trustLeader(), 900001)
                .body("current.assessment.level", equalTo("intensive"))
                .body("current.assessment.floor", containsString("Safeguarding was not met"));
        need(As.trustLeader(), 900002)
                .body("current.assessment.level", equalTo("intensive"))
                .body("current.assessment.floor", containsString("Requires significant improvement"))
                .body(contribution("INSPECTION_AREAS") + "display", equalTo("3 points"))
                .body("current.contributions.indicatorCode", not(hasItem("INSPECTION_GRADES")));
    }

    @Test
    void theLeastGoodJudgementOfTheOldFrameworkCounts() {
        Assessable.graded(900001, TODAY.minusYears(5), "2", "3");
        compute();
        need(As.trustLeader(), 900001)
                .body(contribution("INSPECTION_GRADES") + "display", equalTo("8 points"))
                .body(
                        contribution("INSPECTION_GRADES") + "basis",
                        containsString("Behaviour and attitudes: Requires improvement"))
                .body(contribution("INSPECTION_AGE") + "display", equalTo("5.0 years"))
                .body("current.contributions.indicatorCode", not(hasItem("INSPECTION_AREAS")));
    }

    @Test
    void aTermThatIsOverStaysAsItWasComputed() {
        TermOfYear over = before(NOW);
        compute(over)
                .body("computed", equalTo(2))
                .body("asAt", equalTo(over.lastDay().toString()));
        Object score = need(As.trustLeader(), 900002).extract().path("current.assessment.score");
        Assessable.results(900002, YEAR - 1, 20, 30);
        compute(over).body("computed", equalTo(0)).body("kept", equalTo(2));
        assertEquals(score, need(As.trustLeader(), 900002).extract().path("current.assessment.score"));
        compute(NOW).body("computed", equalTo(2));
        need(As.trustLeader(), 900002).body("history", hasSize(2));
        assertNotEquals(score, need(As.trustLeader(), 900002).extract().path("current.assessment.score"));
        As.trustLeader()
                .get(LIST)
                .then()
                .body("results.assessment.term", everyItem(equalTo(NOW.term().code())))
                .body("terms", hasSize(2));
        As.trustLeader().get(LIST + "?everyTerm=true").then().body("results", hasSize(4));
    }

    @Test
    void aSchoolThatDoesWellIsSeenToDecline() {
        compute(before(before(NOW)));
        compute(before(NOW));
        compute();
        need(As.trustLeader(), 900001).body("current.assessment.riskOfDecline", equalTo(false));
        for (String indicator : List.of("ABSENCE", "PERSISTENT_ABSENCE", "STAFF_TURNOVER")) {
            course(indicator, 2, 1);
            course(indicator, 1, 2);
            course(indicator, 0, 3);
        }
        need(trustee(), 900001)
                .body("current.assessment.level", equalTo("universal"))
                .body("current.assessment.riskOfDecline", equalTo(true))
                .body("current.assessment.riskReasons", hasSize(3))
                .body(
                        "current.assessment.riskReasons[0]",
                        equalTo("Absence has worsened two terms running: 1.0%, 2.0%, 3.0%."))
                .body(contribution("ABSENCE") + "change", equalTo("worse"))
                .body("current.assessment.direction", nullValue());
        Given.run(
                "update need_assessment set score = 30.1 - 10 * (? - ordinal) where school_urn = 900001",
                NOW.ordinal());
        need(trustee(), 900001).body("current.assessment.direction", equalTo("worse"));
        Given.run("update need_assessment set score = 20 where school_urn = 900001");
        need(trustee(), 900001).body("current.assessment.direction", equalTo("steady"));
        Given.run("update need_assessment set level = 'targeted' where school_urn = 900001");
        need(trustee(), 900001).body("current.assessment.riskOfDecline", equalTo(false));
    }

    /** As if an indicator had been so much, so many terms ago. */
    private static void course(String indicator, int terms, int value) {
        Given.run(
                "update need_contribution c set value = ? from need_assessment a where a.id = c.assessment_id"
                        + " and a.school_urn = 900001 and a.ordinal = ? and c.indicator_code = ?",
                value,
                NOW.ordinal() - terms,
                indicator);
    }

    @Test
    void moreSchoolsTakeNoMoreStatements() {
        compute();
        long computing = statements(Assessable::compute);
        long listing = statements(() -> trustee().get(LIST).then());
        for (int urn = 900003; urn <= 900006; urn++) {
            Assessable.school(urn, "School " + urn);
        }
        assertEquals(computing, statements(Assessable::compute));
        assertEquals(listing, statements(() -> trustee().get(LIST).then().body("results", hasSize(6))));
    }

    @Test
    void theNightComputesForNobodyInParticularAndOnlyOnce() throws SQLException {
        try (Connection other = Given.held((int) NeedComputing.LOCK)) {
            round.run();
            As.trustLeader().get(LIST).then().body("results", empty());
        }
        while (Given.number(
                        "select count(*) from pg_locks where locktype = 'advisory' and objid = " + NeedComputing.LOCK)
                > 0) {
            Thread.onSpinWait(); // the database lets go of it when it has noticed that the connection is closed
        }
        round.run();
        As.trustLeader().get(LIST).then().body("results", hasSize(2));
        assertEquals(0, Given.number("select count(*) from activity"));
    }

    @Test
    void aPriorityCanRestOnAnIndicatorAndIsFoundFromThere() {
        String priority = Planned.priority(() -> As.head(900001), Planned.cycle(As.head(900001), 900001), "Reading");
        Planned.post(
                        As.head(900001),
                        "/api/v1/priorities/" + priority + "/evidence",
                        "{\"kind\":\"need\",\"reference\":\"NOTHING\",\"label\":\"High\"}")
                .statusCode(422)
                .body("errors[0].path", equalTo("/reference"));
        Planned.post(
                        As.head(900001),
                        "/api/v1/priorities/" + priority + "/evidence",
                        "{\"kind\":\"need\",\"reference\":\"RWM_ENGLAND\",\"label\":\"10.5 of 15\"}")
                .statusCode(201);
        As.head(900001)
                .get("/api/v1/priorities?evidenceKind=need&reference=RWM_ENGLAND&schoolUrn=900001")
                .then()
                .statusCode(200)
                .body("results.id", contains(priority));
    }

    @Test
    void whatIsHighInSeveralSchoolsIsSuggestedToTheTrust() {
        Assessable.school(900003, "Cedar Primary");
        Assessable.results(900003, YEAR - 1, 45, 30);
        compute();
        String trust = Planned.cycle(As.trustLeader(), 0);
        As.trustLeader()
                .get("/api/v1/cycles/" + trust + "/suggestions")
                .then()
                .statusCode(200)
                .body("results.find { it.kind == 'high-need' }.indicatorCode", equalTo("RWM_ENGLAND"))
                .body("results.find { it.kind == 'high-need' }.schools.schoolUrn", contains(900002, 900003))
                .body("results.find { it.kind == 'high-need' }.why", containsString("Beech Primary 10.5 of 15"))
                .body("paging", nullValue());
        String priority = Planned.priority(As::trustLeader, trust, "Together");
        Planned.post(
                        As.trustLeader(),
                        "/api/v1/priorities/" + priority + "/evidence",
                        "{\"kind\":\"need\",\"reference\":\"RWM_ENGLAND\",\"label\":\"High in two schools\"}")
                .statusCode(201);
        As.trustLeader()
                .get("/api/v1/cycles/" + trust + "/suggestions")
                .then()
                .body("results.indicatorCode", not(hasItem("RWM_ENGLAND")));
    }

    @Test
    void anActivityTellsThatNeedWasComputed() {
        compute();
        As.trustLeader()
                .get("/api/v1/activity?subject=need")
                .then()
                .body("results[0].summary", equalTo("computed the need of 2 schools in " + NOW.words()))
                .body("paging.totalResults", greaterThan(0));
    }
}
