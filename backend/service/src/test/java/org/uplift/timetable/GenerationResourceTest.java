package org.uplift.timetable;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.school.AcademicYear;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.UpliftTest;

@UpliftTest
class GenerationResourceTest {
    private static final AcademicYear NEXT = Timetabled.YEAR.next();
    private static final String VISITS =
            "occurrences.findAll { it.type == 'school-improvement-visit' && it.schoolUrn == ";

    @BeforeEach
    void schools() {
        for (int urn = 900001; urn <= 900003; urn++) {
            Given.school(urn);
        }
        need(900002, "targeted");
        need(900003, "intensive");
    }

    @AfterEach
    void asItComes() {
        Given.run("delete from template_entry where academic_year > 2000");
        Given.run("delete from timetable_template where academic_year > 2000");
    }

    private static void need(int urn, String level) {
        Given.run("delete from need_assessment where school_urn = ?", urn);
        Given.run(
                "insert into need_assessment (id, school_urn, academic_year, term, as_at, computed_at, possible, maximum, level)"
                        + " values (?, ?, ?, 1, now(), now(), 100, 100, ?)",
                UUID.randomUUID(),
                urn,
                Timetabled.YEAR.start(),
                level);
    }

    private static ValidatableResponse proposal(RequestSpecification as) {
        return as.queryParam("academicYear", NEXT.toString())
                .get("/api/v1/timetable/proposal")
                .then();
    }

    private static ValidatableResponse make(RequestSpecification as, String ifMatch, boolean withdraw) {
        return as.contentType("application/json")
                .header("If-Match", ifMatch)
                .body("{\"academicYear\":\"" + NEXT + "\",\"from\":\"" + NEXT.firstDay() + "\",\"withdraw\":" + withdraw
                        + "}")
                .post("/api/v1/timetable/generation")
                .then();
    }

    private static String tag() {
        return proposal(As.trustLeader()).statusCode(200).extract().header("ETag");
    }

    @Test
    void thoseWhoMayNotAreRefused() {
        proposal(As.anonymous()).statusCode(401);
        proposal(As.head(900001)).statusCode(403);
        proposal(As.inTrust("trustee", "trustee")).statusCode(403);
        make(As.anonymous(), "*", false).statusCode(401);
        make(As.head(900001), "*", false).statusCode(403);
        make(As.inTrust("trustee", "trustee"), "*", false).statusCode(403);
    }

    @Test
    void visitsFollowTheLevelOfNeed() {
        ValidatableResponse proposal = proposal(As.trustLeader()).statusCode(200);
        proposal.body(VISITS + "900001 }", hasSize(1))
                .body(VISITS + "900002 }", hasSize(3))
                .body(VISITS + "900003 }", hasSize(6))
                .body("occurrences.findAll { it.type == 'headteachers-meeting' }.schoolUrn", everyItem(equalTo(null)))
                .body("occurrences.findAll { it.type == 'headteachers-meeting' }", hasSize(3))
                .body("withoutLevel.urn", contains(900001))
                .body("assumed.urn", contains(900001, 900002, 900003))
                .body("unplaced", empty())
                .body("standing", equalTo(0));
        assertEquals(0, Given.number("select count(*) from occurrence"), "nothing is planned by looking");
    }

    @Test
    void whatWasSeenIsMadeOnceHoweverOftenItIsAsked() {
        String tag = tag();
        int planned = make(As.trustLeader(), tag, false)
                .statusCode(200)
                .body("planned", greaterThan(30))
                .extract()
                .path("planned");
        assertEquals(planned, Given.number("select count(*) from occurrence"));
        make(As.trustLeader(), tag, false)
                .statusCode(412)
                .body("current.occurrences", empty())
                .body("current.standing", equalTo(planned));
        make(As.trustLeader(), tag(), false).statusCode(200).body("planned", equalTo(0));
        As.head(900001)
                .get("/api/v1/activity?subject=timetable&schoolUrn=900001")
                .then()
                .body("results", hasSize(1));
    }

    @Test
    void aMovedOneIsNotPlannedAgainAndASchoolThatNeedsLessLosesNothingUnasked() {
        make(As.trustLeader(), tag(), false).statusCode(200);
        long before = Given.number("select count(*) from occurrence where cancelled is null");
        String id = As.trustLeader()
                .get("/api/v1/timetable?type=peer-review&schoolUrn=900001&academicYear=" + NEXT)
                .then()
                .extract()
                .path("results[0].id");
        LocalDate day = LocalDate.of(NEXT.start() + 1, 6, 30);
        while (day.getDayOfWeek().getValue() > 5) {
            day = day.minusDays(1);
        }
        Timetabled.post(As.head(900001), id, "move", "{\"day\":\"" + day + "\"}")
                .statusCode(200);
        need(900003, "universal");
        proposal(As.trustLeader())
                .body("occurrences", empty())
                .body("superfluous.schoolUrn", equalTo(List.of(900003, 900003, 900003, 900003, 900003)));
        make(As.trustLeader(), tag(), false).body("withdrawn", equalTo(0));
        assertEquals(before, Given.number("select count(*) from occurrence where cancelled is null"));
        make(As.trustLeader(), tag(), true).body("withdrawn", equalTo(5));
        assertEquals(before - 5, Given.number("select count(*) from occurrence where cancelled is null"));
        proposal(As.trustLeader()).body("superfluous", empty());
    }

    @Test
    void whatIsPastIsLeftOut() {
        As.trustLeader()
                .queryParams(
                        "academicYear", NEXT.toString(), "from", NEXT.lastDay().toString())
                .get("/api/v1/timetable/proposal")
                .then()
                .statusCode(200)
                .body("occurrences", empty())
                .body("past", greaterThan(30));
        As.trustLeader()
                .queryParams("academicYear", NEXT.toString(), "from", "2001-01-01")
                .get("/api/v1/timetable/proposal")
                .then()
                .statusCode(422)
                .body("errors[0].path", equalTo("/from"));
    }

    @Test
    void theSchoolsOwnTermsCount() {
        Given.run(
                "insert into term_dates (id, academic_year, school_urn, version) values ('00000000-0000-7000-8000-000000000001', ?, 900001, 1)",
                NEXT.start());
        int year = NEXT.start();
        String[] names = {"AUTUMN", "SPRING", "SUMMER"};
        String[][] days = {
            {year + "-11-02", year + "-11-23", year + "-11-27", year + "-12-18"},
            {(year + 1) + "-01-04", (year + 1) + "-02-15", (year + 1) + "-02-19", (year + 1) + "-03-26"},
            {(year + 1) + "-04-12", (year + 1) + "-05-31", (year + 1) + "-06-04", (year + 1) + "-07-21"}
        };
        for (int at = 0; at < names.length; at++) {
            Given.run(
                    "insert into term values ('00000000-0000-7000-8000-000000000001', 900001, ?, cast(? as date), cast(? as date),"
                            + " cast(? as date), cast(? as date))",
                    names[at],
                    days[at][0],
                    days[at][1],
                    days[at][2],
                    days[at][3]);
        }
        proposal(As.trustLeader())
                .body("assumed.urn", contains(900002, 900003))
                .body(
                        "occurrences.findAll { it.type == 'plan-due' && it.schoolUrn == 900001 }.day.every { it >= '"
                                + year + "-11-02' && it < '" + year + "-11-23' }",
                        equalTo(true));
        As.head(900001)
                .queryParams("academicYear", NEXT.toString(), "schoolUrn", "900001")
                .get("/api/v1/timetable/year")
                .then()
                .statusCode(200)
                .body("halves.firstDay[0]", equalTo(year + "-11-02"))
                .body("halves.assumed", everyItem(equalTo(false)));
    }
}
