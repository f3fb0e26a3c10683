package org.uplift.term;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.school.AcademicYear;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.UpliftTest;

@UpliftTest
class TermDatesResourceTest {
    private static final String TRUST = "/api/v1/term-dates";
    private static final String SCHOOL = "/api/v1/schools/900001/term-dates";
    private static final String TERMS = SchoolDaysTest.TERMS;
    private static final String NOTHING = "{\"closedDays\": []}";

    @BeforeEach
    void schools() {
        Given.school(900001);
        Given.school(900002);
    }

    private static ValidatableResponse get(RequestSpecification as, String path) {
        return as.queryParam("academicYear", "2026/2027").get(path).then();
    }

    private static ValidatableResponse set(RequestSpecification as, String path, String ifMatch, String body) {
        return as.contentType("application/json")
                .header("If-Match", ifMatch)
                .queryParam("academicYear", "2026/2027")
                .body(body)
                .put(path)
                .then();
    }

    private static String with(String closedDays) {
        return "{" + TERMS + ", \"closedDays\": [" + closedDays + "]}";
    }

    private static String closed(String date, String label) {
        return "{\"date\": \"" + date + "\", \"label\": \"" + label + "\"}";
    }

    @Test
    void thoseWhoMayNotAreRefused() {
        get(As.anonymous(), TRUST).statusCode(401);
        get(As.anonymous(), SCHOOL).statusCode(401);
        get(As.user("stranger", "offline_access"), TRUST).statusCode(403);
        get(As.head(900002), SCHOOL).statusCode(404);
        get(As.trustLeader(), "/api/v1/schools/999999/term-dates").statusCode(404);
        set(As.anonymous(), TRUST, "\"0\"", NOTHING).statusCode(401);
        set(As.anonymous(), SCHOOL, "\"0\"", NOTHING).statusCode(401);
        set(As.dataManager(), TRUST, "\"0\"", NOTHING).statusCode(403);
        set(As.inTrust("trustee", "trustee"), SCHOOL, "\"0\"", NOTHING).statusCode(403);
        set(As.head(900001), TRUST, "\"0\"", NOTHING).statusCode(403);
        set(As.head(900002), SCHOOL, "\"0\"", NOTHING).statusCode(404);
    }

    /** Somebody who may see the school, and change the dates of another. */
    @Test
    void whoSeesASchoolIsNotItsLeaderYet() {
        As.head(900002);
        Given.schoolMembership("head.900002", "data-manager", 900001);
        RequestSpecification both = As.user("head.900002", "school-leader", "data-manager");
        set(both, SCHOOL, "\"0\"", NOTHING).statusCode(403);
    }

    @Test
    void everyRoleReadsTheTrustsDates() {
        set(As.trustLeader(), TRUST, "\"0\"", with("")).statusCode(200);
        for (String role : new String[] {"clerk", "analyst", "mis-integration", "system-leader", "safeguarding-lead"}) {
            get(As.user("one." + role, role), TRUST).statusCode(200).body("schoolDays", hasSize(194));
        }
        get(As.administrator(), SCHOOL).statusCode(200).body("ownTerms", equalTo(false));
    }

    @Test
    void aSchoolKeepsTheTrustsTermsUntilItHasItsOwn() {
        set(As.trustLeader(), TRUST, "\"0\"", with(closed("2026-09-02", " Staff training ")))
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("schoolUrn", nullValue())
                .body("ownTerms", equalTo(true))
                .body("assumed", equalTo(false))
                .body("closedDays.label", contains("Staff training"))
                .body("closedDays.own", contains(true))
                .body("bankHolidays.date", hasItem("2027-03-26"))
                .body("schoolDays", hasSize(193))
                .body("schoolDays[0]", equalTo("2026-09-03"));
        get(As.head(900001), SCHOOL)
                .statusCode(200)
                .body("ownTerms", equalTo(false))
                .body("terms.autumn.halfTermFirstDay", equalTo("2026-10-26"))
                .body("closedDays.own", contains(false))
                .body("version", equalTo(0))
                .body("schoolDays", hasSize(193));
        set(As.head(900001), SCHOOL, "\"0\"", "{\"closedDays\": [" + closed("2027-01-12", "Snow") + "]}")
                .statusCode(200)
                .body("ownTerms", equalTo(false))
                .body("closedDays.label", contains("Staff training", "Snow"))
                .body("schoolDays", hasSize(192));
        set(As.head(900001), SCHOOL, "\"1\"", with("").replace("2026-10-26", "2026-10-19"))
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("ownTerms", equalTo(true))
                .body("closedDays.label", contains("Staff training"))
                .body("schoolDays", not(hasItem("2026-10-19")))
                .body("schoolDays", hasSize(188));
        get(As.trustLeader(), TRUST).body("schoolDays", hasItem("2026-10-19"));
        set(As.head(900001), SCHOOL, "\"2\"", NOTHING)
                .statusCode(200)
                .body("ownTerms", equalTo(false))
                .body("schoolDays", hasSize(193));
    }

    @Test
    void aLocalAuthorityStandsBetweenASchoolAndTheTrust() {
        String authority = "/api/v1/local-authorities/936/term-dates";
        get(As.anonymous(), authority).statusCode(401);
        set(As.anonymous(), authority, "\"0\"", NOTHING).statusCode(401);
        set(As.head(900001), authority, "\"0\"", NOTHING).statusCode(403);
        set(As.inTrust("trustee", "trustee"), authority, "\"0\"", NOTHING).statusCode(403);
        set(As.trustLeader(), TRUST, "\"0\"", with(closed("2026-09-02", "Staff training")))
                .statusCode(200);
        get(As.head(900001), authority)
                .statusCode(200)
                .body("termsOf", equalTo("trust"))
                .body("ownTerms", equalTo(false))
                .body("schoolDays", hasSize(193));
        set(
                        As.trustLeader(),
                        authority,
                        "\"0\"",
                        with(closed("2027-01-12", "Election")).replace("2026-10-26", "2026-10-19"))
                .statusCode(200)
                .body("termsOf", equalTo("local-authority"))
                .body("localAuthorityCode", equalTo(936))
                .body("ownTerms", equalTo(true))
                .body("closedDays.label", contains("Staff training", "Election"))
                .body("schoolDays", hasSize(187));
        get(As.head(900001), SCHOOL)
                .body("termsOf", equalTo("local-authority"))
                .body("ownTerms", equalTo(false))
                .body("closedDays.localAuthorityCode", contains(nullValue(), equalTo(936)))
                .body("schoolDays", hasSize(187));
        get(As.trustLeader(), "/api/v1/local-authorities/301/term-dates")
                .body("closedDays.label", contains("Staff training"))
                .body("schoolDays", hasSize(193));
        get(As.trustLeader(), TRUST).body("schoolDays", hasSize(193));
        set(As.head(900001), SCHOOL, "\"0\"", with(""))
                .statusCode(200)
                .body("termsOf", equalTo("school"))
                .body("schoolDays", hasSize(192));
        As.trustLeader()
                .get("/api/v1/activity?subject=term-dates&subjectId=2026/2027")
                .then()
                .body("results.summary", hasItem("changed the term dates of 2026/2027 in local authority 936"));
    }

    @Test
    void theAdministratorSetsThemToo() {
        set(As.administrator(), TRUST, "\"0\"", with("")).statusCode(200);
        set(As.administrator(), SCHOOL, "\"0\"", with(closed("2027-01-12", "Snow")))
                .statusCode(200);
        set(As.administrator(), SCHOOL, "\"1\"", NOTHING).statusCode(200).body("ownTerms", equalTo(false));
    }

    @Test
    void aYearWithoutTermsIsAssumed() {
        get(As.head(900001), SCHOOL)
                .statusCode(200)
                .header("ETag", containsString("\"0-"))
                .body("assumed", equalTo(true))
                .body("terms", nullValue())
                .body("schoolDays", hasSize(253));
        As.head(900001)
                .get(TRUST)
                .then()
                .statusCode(200)
                .body(
                        "academicYear",
                        equalTo(AcademicYear.of(LocalDate.now(ZoneId.of("Europe/London")))
                                .toString()));
    }

    @Test
    void aStaleChangeIsRefused() {
        set(As.trustLeader(), TRUST, "\"0\"", with("")).statusCode(200);
        As.trustLeader()
                .contentType("application/json")
                .body(with(""))
                .put(TRUST)
                .then()
                .statusCode(428);
        set(As.trustLeader(), TRUST, "\"0\"", with(closed("2027-01-12", "Snow")))
                .statusCode(412)
                .body("current.version", equalTo(1))
                .body("current.closedDays", hasSize(0));
        set(As.trustLeader(), TRUST, "\"1\"", with("")).statusCode(200).header("ETag", "\"1\"");
    }

    @Test
    void whatIsReadAlreadyIsNotSentAgain() {
        String tag = get(As.trustLeader(), TRUST).extract().header("ETag");
        get(As.trustLeader().header("If-None-Match", tag), TRUST).statusCode(304);
        set(As.trustLeader(), TRUST, tag, with("")).statusCode(200);
        get(As.trustLeader().header("If-None-Match", tag), TRUST).statusCode(200);
    }

    @Test
    void whatDoesNotFitIsToldByItsPath() {
        invalid(with("").replace("2026-09-02", "2026-08-31"), "/terms/autumn/firstDay", "outside-academic-year");
        invalid(with("").replace("2027-07-21", "2027-09-01"), "/terms/summer/lastDay", "outside-academic-year");
        invalid(with("").replace("2026-12-18", "2026-09-01"), "/terms/autumn/lastDay", "before-start");
        invalid(with("").replace("2026-10-26", "2026-09-01"), "/terms/autumn/halfTermFirstDay", "outside-term");
        invalid(with("").replace("2026-10-30", "2026-12-18"), "/terms/autumn/halfTermLastDay", "outside-term");
        invalid(with("").replace("2027-02-19", "2027-02-14"), "/terms/spring/halfTermLastDay", "before-start");
        invalid(with("").replace("2027-01-04", "2026-12-18"), "/terms/spring/firstDay", "overlap");
        invalid(with("").replace("2027-04-12", "2027-03-25"), "/terms/summer/firstDay", "overlap");
        invalid(with(closed("2027-09-01", "Snow")), "/closedDays/0/date", "outside-academic-year");
        invalid(with(closed("2027-01-12", "Snow") + "," + closed("2027-01-12", "Ice")), "/closedDays/1/date", "twice");
        invalid(with(closed("2027-01-12", " ")), "/closedDays/0/label", "not-blank");
        invalid(with(closed("2027-01-12", "x".repeat(101))), "/closedDays/0/label", "size");
        invalid("{" + TERMS + "}", "/closedDays", "not-null");
        invalid(
                with("").replace("\"lastDay\": \"2026-12-18\"", "\"lastDay\": null"),
                "/terms/autumn/lastDay",
                "not-null");
        invalid("{\"terms\": {}, \"closedDays\": []}", "/terms/autumn", "not-null");
        invalid(with("").replace("2026-12-18", "18/12/2026"), "/terms/autumn/lastDay", "wrong-type");
        invalid("{\"closedDays\": [], \"holidays\": []}", "/holidays", "unknown-field");
        As.trustLeader()
                .queryParam("academicYear", "2026")
                .get(TRUST)
                .then()
                .statusCode(422)
                .body("errors[0].path", equalTo("/academicYear"));
    }

    private static void invalid(String body, String path, String code) {
        set(As.trustLeader(), TRUST, "\"0\"", body)
                .statusCode(422)
                .body("errors[0].path", equalTo(path))
                .body("errors[0].code", equalTo(code));
    }

    @Test
    void whatWasChangedIsRecorded() {
        set(As.trustLeader(), TRUST, "\"0\"", with("")).statusCode(200);
        set(As.trustLeader(), TRUST, "\"1\"", with(closed("2027-01-12", "Snow")).replace("2026-10-26", "2026-10-19"))
                .statusCode(200);
        set(As.trustLeader(), TRUST, "\"2\"", with(closed("2027-01-12", "Snow")).replace("2026-10-26", "2026-10-19"))
                .statusCode(200);
        for (RequestSpecification reader : new RequestSpecification[] {As.trustLeader(), As.administrator()}) {
            reader.queryParam("subject", "term-dates")
                    .queryParam("subjectId", "2026/2027")
                    .get("/api/v1/activity")
                    .then()
                    .statusCode(200)
                    .body("results", hasSize(2))
                    .body("results[0].summary", equalTo("changed the term dates of 2026/2027"))
                    .body("results[0].changes.field", contains("autumnHalfTermFirstDay", "closedDay"))
                    .body("results[0].changes.before", contains("2026-10-26", null))
                    .body("results[0].changes.after", contains("2026-10-19", "12 January 2027, Snow"));
        }
    }

    /** The second wall: who is signed in reads the dates of every school, and writes none of another's. */
    @Test
    void theSecondWallKeepsOthersFromWriting() throws SQLException {
        set(As.head(900001), SCHOOL, "\"0\"", with("")).statusCode(200);
        try (var connection = Given.withoutIdentity();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select set_config('uplift.schools', '900002', true), set_config('uplift.person', '"
                    + Given.person("head.900002") + "', true)");
            try (var rows = statement.executeQuery("select count(*) from term")) {
                rows.next();
                assertEquals(3, rows.getInt(1));
            }
            assertEquals(0, statement.executeUpdate("update term_dates set version = 7"));
            assertEquals(0, statement.executeUpdate("delete from term"));
            assertThrows(
                    SQLException.class,
                    () -> statement.execute("insert into term_dates values (gen_random_uuid(), 2026, null, 1)"));
        }
    }
}
