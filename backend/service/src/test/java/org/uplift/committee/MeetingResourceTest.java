package org.uplift.committee;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.school.AcademicYear;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.Planned;
import org.uplift.testing.UpliftTest;

@UpliftTest
class MeetingResourceTest {
    private static final String PATH = "/api/v1/meetings";
    private static final String PAST = LocalDate.now().minusDays(30).toString();
    private static final String TODAY = LocalDate.now().toString();
    private static final String SOON = LocalDate.now().plusDays(30).toString();

    @Inject
    EntityManagerFactory factory;

    private Seats seats;

    @BeforeEach
    void committee() {
        Given.school(900001, "Alder Primary", "IN_TRUST");
        Given.school(900002, "Beech Primary", "IN_TRUST");
        seats = Seats.ofAlder();
        As.head(900001);
    }

    private String firstItem(String meeting) {
        return seats.clerk().get(PATH + "/" + meeting).then().extract().path("items[0].id");
    }

    @Test
    void theClerkPlansMovesAndCancelsIt() {
        String id = seats.meeting(SOON);
        String path = PATH + "/" + id;
        seats.member()
                .get(path)
                .then()
                .statusCode(200)
                .body("meeting.startsAt", equalTo("17:30"))
                .body("mayKeep", equalTo(false));
        seats.clerk()
                .contentType("application/merge-patch+json")
                .body("{}")
                .patch(path)
                .then()
                .statusCode(428);
        Seats.patch(seats.clerk(), path, "{\"place\":\"Library\"}")
                .statusCode(200)
                .body("meeting.place", equalTo("Library"))
                .body("meeting.minutes", equalTo(90));
        Seats.patch(seats.clerk(), path, "{\"link\":\"javascript:alert(1)\"}").statusCode(422);
        Seats.post(seats.clerk(), path + "/status", "{\"status\":\"held\"}").statusCode(409);
        Seats.post(seats.clerk(), path + "/status", "{\"status\":\"cancelled\"}")
                .statusCode(422)
                .body("errors[0].path", equalTo("/reason"));
        Seats.post(seats.clerk(), path + "/status", "{\"status\":\"cancelled\",\"reason\":\"Snow\"}")
                .statusCode(200)
                .body("meeting.cancelReason", equalTo("Snow"));
        Seats.post(seats.clerk(), path + "/preparation", "").statusCode(409);
        seats.clerk().get(PATH + "?schoolUrn=900001&status=cancelled").then().body("results", hasSize(1));
        seats.clerk().get(PATH + "?schoolUrn=900002").then().body("results", hasSize(0));
        As.trustLeader().get("/api/v1/activity?subject=meeting").then().body("results", hasSize(3));
    }

    @Test
    void theListIsByDayEitherWayOverAllCommitteesOfTheCaller() {
        String past = seats.meeting(PAST);
        String soon = seats.meeting(SOON);
        String today = seats.meeting(TODAY);
        UUID second = Given.committee("Committee of Beech", 900002);
        Given.committeeMembership("clerk.alder", "clerk", second);
        String early = Seats.post(
                        seats.clerk(),
                        PATH,
                        "{\"committeeId\":\"" + second + "\",\"terms\":{\"day\":\"" + SOON
                                + "\",\"startsAt\":\"08:15\",\"minutes\":60}}")
                .statusCode(201)
                .extract()
                .path("id");
        seats.clerk().get(PATH).then().body("results.id", contains(soon, early, today, past));
        seats.clerk().get(PATH + "?sort=earliest").then().body("results.id", contains(past, today, early, soon));
        seats.clerk()
                .get(PATH + "?sort=earliest&from=" + TODAY + "&pageSize=1&page=2")
                .then()
                .body("results.id", contains(early))
                .body("results[0].committeeName", equalTo("Committee of Beech"))
                .body("paging.totalResults", equalTo(3));
        seats.clerk().get(PATH + "?committeeId=" + second).then().body("results.id", contains(early));
        seats.member().get(PATH).then().body("results.id", contains(soon, today, past));
        seats.member().get(PATH + "?committeeId=" + second).then().body("results", hasSize(0));
        As.trustLeader().get(PATH).then().body("results", hasSize(4));
        As.anonymous().get(PATH).then().statusCode(401);
        As.head(900001).get(PATH).then().statusCode(403);
        seats.clerk().get(PATH + "?sort=best").then().statusCode(422).body("errors[0].path", equalTo("/sort"));

        var statistics = factory.unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        statistics.clear();
        seats.clerk().get(PATH).then().statusCode(200);
        Assertions.assertEquals(1, statistics.getPrepareStatementCount());
    }

    @Test
    void whoMayDoWhat() {
        String id = seats.meeting(TODAY);
        String path = PATH + "/" + id;
        Seats.post(seats.clerk(), path + "/preparation", "").statusCode(200);
        String item = firstItem(id);
        As.anonymous().get(path).then().statusCode(401);
        As.head(900001).get(path).then().statusCode(403);
        As.trustLeader().get(path).then().statusCode(200);
        UUID other = Given.committee("Committee of Beech", 900002);
        As.inCommittee("stranger", "committee-member", other).get(path).then().statusCode(404);
        As.inCommittee("clerk.beech", "clerk", other).get(path).then().statusCode(404);
        Seats.patch(
                        As.inCommittee("clerk.beech", "clerk", other),
                        "/api/v1/agenda-items/" + item,
                        "{\"minuted\":\"x\"}")
                .statusCode(404);
        for (String[] act : new String[][] {
            {"/status", "{\"status\":\"held\"}"},
            {"/preparation", ""},
            {"/decisions", "{\"text\":\"x\",\"votes\":[]}"},
            {"/actions", "{\"what\":\"x\",\"whoName\":\"x\"}"},
            {"/additions", "{\"text\":\"x\"}"}
        }) {
            Seats.post(As.anonymous(), path + act[0], act[1]).statusCode(401);
            Seats.post(seats.member(), path + act[0], act[1]).statusCode(403);
            Seats.post(As.inCommittee("clerk.beech", "clerk", other), path + act[0], act[1])
                    .statusCode(404);
        }
        Seats.put(seats.member(), path + "/agenda", "{\"items\":[]}").statusCode(403);
        Seats.put(seats.member(), path + "/attendance", "{\"lines\":[]}").statusCode(403);
        Seats.patch(seats.member(), "/api/v1/agenda-items/" + item, "{\"minuted\":\"x\"}")
                .statusCode(403);
        Seats.post(seats.member(), path + "/approval", "{\"meetingId\":\"" + id + "\"}")
                .statusCode(403);
        Seats.post(
                        seats.clerk(),
                        PATH,
                        "{\"committeeId\":\"" + other + "\",\"terms\":{\"day\":\"" + SOON
                                + "\",\"startsAt\":\"17:30\",\"minutes\":90}}")
                .statusCode(404);
    }

    private static String target(String priority, String group, int pupils) {
        LocalDate today = LocalDate.now();
        String id = Planned.post(
                        As.head(900001),
                        "/api/v1/priorities/" + priority + "/targets",
                        "{\"measureCode\":\"KS2_RWM_EXP\",\"cohort\":\"6\",\"pupilGroup\":\"" + group
                                + "\",\"baselineValue\":60,\"baselineDate\":\"" + today.minusDays(200)
                                + "\",\"targetValue\":80,\"dueDate\":\"" + today.plusDays(200) + "\"}")
                .statusCode(201)
                .extract()
                .path("id");
        Given.run(
                "insert into outcome (school_urn, measure_code, academic_year, assessment_point, cohort, pupil_group, source,"
                        + " value, cohort_size, coverage, result_status, dated)"
                        + " values (900001, 'KS2_RWM_EXP', 2025, 'spring', '6', ?, 'computed', 55, ?, 1, 'final', ?)",
                group,
                pupils,
                today.minusDays(1));
        return id;
    }

    @Test
    void whatIsOffTrackComesOnTheAgendaAsAMemberMaySeeIt() {
        String cycle = Planned.post(
                        As.head(900001),
                        "/api/v1/cycles",
                        "{\"schoolUrn\":900001,\"academicYear\":\"" + AcademicYear.of(LocalDate.now()) + "\"}")
                .statusCode(201)
                .extract()
                .path("id");
        String priority = Planned.priority(() -> As.head(900001), cycle, "Reading");
        String all = target(priority, "ALL", 30);
        String few = target(priority, "EHCP", 3);
        As.head(900001).get("/api/v1/targets/" + few).then().body("status", equalTo("off-track"));
        String id = seats.meeting(SOON);
        Seats.post(seats.clerk(), PATH + "/" + id + "/preparation", "")
                .statusCode(200)
                .body("items.link", hasItem("/targets/" + all))
                .body("items.link", not(hasItem("/targets/" + few)))
                .body(
                        "items.find { it.link == '/targets/" + all + "' }.title",
                        startsWith("Alder Primary: off track, "));
    }

    @Test
    void theAgendaIsPreparedFromWhatStandsAndWhatIsDue() {
        String challenge = seats.challenge(seats.member(), "head.900001");
        String past = seats.meeting(PAST);
        Seats.post(
                        seats.clerk(),
                        PATH + "/" + past + "/actions",
                        "{\"what\":\"Bring the figures\",\"whoName\":\"Attendance officer\"}")
                .statusCode(201);
        String id = seats.meeting(SOON);
        String path = PATH + "/" + id;
        List<String> titles = Seats.post(seats.clerk(), path + "/preparation", "")
                .statusCode(200)
                .body("items.title", hasItem("Outcomes, need and risk: Alder Primary"))
                .body("items.title", hasItem("Well-being of children and colleagues"))
                .body("items.title", hasItem("Challenge: Why has absence risen?"))
                .body("items.title", hasItem("Open action: Bring the figures"))
                .body("items.title", not(hasItem("Outcomes, need and risk across the trust")))
                .body("items.link", hasItem("/challenges/" + challenge))
                .body("items.confidential", hasItem(true))
                .extract()
                .path("items.title");
        Assertions.assertEquals("Next meeting", titles.getLast());
        Seats.post(seats.clerk(), path + "/preparation", "").body("items", hasSize(titles.size()));
        List<String> ids = seats.clerk().get(path).then().extract().path("items.id");
        Seats.put(
                        seats.clerk(),
                        path + "/agenda",
                        "{\"items\":[{\"title\":\"A walk through the school\",\"confidential\":false},{\"id\":\""
                                + ids.get(1) + "\",\"title\":\"Interests\",\"confidential\":false}]}")
                .statusCode(200)
                .body("items.title", contains("A walk through the school", "Interests"));
        Seats.put(
                        seats.clerk(),
                        path + "/agenda",
                        "{\"items\":[{\"id\":\"" + ids.get(2) + "\",\"title\":\"x\",\"confidential\":false}]}")
                .statusCode(422)
                .body("errors[0].path", equalTo("/items/0/id"));
        Seats.put(
                        seats.clerk(),
                        path + "/agenda",
                        "{\"items\":[{\"title\":\"x\",\"link\":\"/concerns/1\",\"confidential\":false}]}")
                .statusCode(422)
                .body("errors[0].path", equalTo("/items/0/link"));
    }

    @Test
    void minutesAreApprovedByTheChairInALaterMeetingAndThenStay() throws SQLException {
        String id = seats.meeting(PAST);
        String path = PATH + "/" + id;
        Seats.post(seats.clerk(), path + "/preparation", "").statusCode(200);
        Seats.put(
                        seats.clerk(),
                        path + "/attendance",
                        "{\"lines\":[{\"personId\":\"" + Given.person("chair")
                                + "\",\"presence\":\"present\"},{\"personId\":\"" + Given.person("member")
                                + "\",\"presence\":\"apologies\"}]}")
                .statusCode(200)
                .body("attendance.presence", contains("present", "apologies"));
        Seats.put(
                        seats.clerk(),
                        path + "/attendance",
                        "{\"lines\":[{\"personId\":\"" + Given.person("stranger") + "\",\"presence\":\"present\"}]}")
                .statusCode(422)
                .body("errors[0].path", equalTo("/lines/0/personId"));
        String item = firstItem(id);
        Seats.patch(seats.clerk(), "/api/v1/agenda-items/" + item, "{\"minuted\":\"The chair welcomed everybody.\"}")
                .statusCode(200);
        Seats.post(seats.clerk(), path + "/status", "{\"status\":\"held\"}").statusCode(200);
        Seats.post(seats.clerk(), path + "/preparation", "").statusCode(409);
        String action = Seats.post(
                        seats.clerk(),
                        path + "/actions",
                        "{\"what\":\"Bring the figures\",\"whoPersonId\":\"" + Given.person("head.900001")
                                + "\",\"dueOn\":\"" + SOON + "\"}")
                .statusCode(201)
                .extract()
                .path("actions[0].id");
        As.head(900001)
                .get("/api/v1/me/work")
                .then()
                .body("results.find { it.kind == 'meeting-action' }.title", equalTo("Bring the figures"));
        String later = seats.meeting(TODAY);
        String tooLate = seats.meeting(SOON);
        seats.chair().get(path).then().body("mayApprove", equalTo(true));
        Seats.post(seats.chair(), path + "/approval", "{\"meetingId\":\"" + id + "\"}")
                .statusCode(422);
        Seats.post(seats.chair(), path + "/approval", "{\"meetingId\":\"" + tooLate + "\"}")
                .statusCode(409);
        Seats.post(seats.chair(), path + "/approval", "{\"meetingId\":\"" + UUID.randomUUID() + "\"}")
                .statusCode(422);
        Seats.post(seats.clerk(), path + "/additions", "{\"text\":\"x\"}").statusCode(409);
        Seats.post(seats.chair(), path + "/approval", "{\"meetingId\":\"" + later + "\"}")
                .statusCode(200)
                .body("meeting.approvedBy", equalTo("Account chair"));
        Seats.patch(seats.clerk(), "/api/v1/agenda-items/" + item, "{\"minuted\":\"Another\"}")
                .statusCode(409);
        Seats.post(seats.clerk(), path + "/decisions", "{\"text\":\"x\",\"votes\":[]}")
                .statusCode(409);
        Seats.post(seats.clerk(), path + "/additions", "{\"text\":\"The figure is that of summer.\"}")
                .statusCode(201)
                .body("additions.text", contains("The figure is that of summer."));
        Seats.patch(seats.clerk(), "/api/v1/meeting-actions/" + action, "{\"doneOn\":\"" + TODAY + "\"}")
                .statusCode(200)
                .body("doneOn", equalTo(TODAY));
        seats.member()
                .get("/api/v1/committees/" + seats.id() + "/actions")
                .then()
                .body("results", hasSize(0));
        try (var connection = Given.withoutIdentity();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select set_config('uplift.trust', 'on', true)");
            Assertions.assertThrows(
                    SQLException.class,
                    () -> statement.executeUpdate(
                            "update agenda_item set minuted = 'x' where id = '" + UUID.fromString(item) + "'"));
        }
    }

    @Test
    void whatIsConfidentialIsForTheCommitteeAndItsClerk() {
        String id = seats.meeting(TODAY);
        String path = PATH + "/" + id;
        Seats.put(
                        seats.clerk(),
                        path + "/agenda",
                        "{\"items\":[{\"title\":\"Pay of a colleague\",\"confidential\":true}]}")
                .statusCode(200);
        Seats.patch(seats.clerk(), "/api/v1/agenda-items/" + firstItem(id), "{\"minuted\":\"It was discussed.\"}")
                .statusCode(200);
        Seats.post(
                        seats.clerk(),
                        path + "/decisions",
                        "{\"itemId\":\"" + firstItem(id) + "\",\"text\":\"It is raised\",\"votes\":[]}")
                .statusCode(201);
        for (var other : List.of(As.trustLeader(), As.inTrust("trustee", "trustee"))) {
            other.get(path)
                    .then()
                    .statusCode(200)
                    .body("items.title", contains("Confidential item"))
                    .body("items[0].minuted", nullValue())
                    .body("decisions", hasSize(0));
        }
        As.trustLeader()
                .get("/api/v1/committees/" + seats.id() + "/decisions")
                .then()
                .body("results", hasSize(0));
        for (var of : List.of(seats.member(), seats.clerk())) {
            of.get(path)
                    .then()
                    .body("items.title", contains("Pay of a colleague"))
                    .body("decisions.text", contains("It is raised"));
        }
    }

    @Test
    void whoDeclaredAnInterestAbstains() {
        String id = seats.meeting(TODAY);
        Seats.post(seats.clerk(), PATH + "/" + id + "/preparation", "").statusCode(200);
        String item = firstItem(id);
        Seats.patch(
                        seats.clerk(),
                        "/api/v1/agenda-items/" + item,
                        "{\"conflicted\":[\"" + Given.person("member") + "\"]}")
                .statusCode(200);
        String body = "{\"itemId\":\"" + item + "\",\"text\":\"We take the offer\",\"votes\":[{\"personId\":\""
                + Given.person("chair") + "\",\"vote\":\"for\"},{\"personId\":\"" + Given.person("member")
                + "\",\"vote\":\"for\"}]}";
        String path = PATH + "/" + id + "/decisions";
        Seats.post(seats.clerk(), path, body)
                .statusCode(422)
                .body("errors[0].path", equalTo("/votes/1/vote"))
                .body("detail", containsString("Account member"));
        Seats.post(
                        seats.clerk(),
                        path,
                        body.replace(
                                Given.person("chair").toString(),
                                Given.person("clerk.alder").toString()))
                .statusCode(422)
                .body("errors[0].path", equalTo("/votes/0/personId"));
        Seats.post(seats.clerk(), path, body.replace("\"for\"}]", "\"abstained\"}]"))
                .statusCode(201)
                .body("decisions[0].votes.vote", contains("for", "abstained"))
                .body("decisions[0].approvalId", nullValue());
        seats.member()
                .get("/api/v1/committees/" + seats.id() + "/decisions")
                .then()
                .body("results.text", contains("We take the offer"));
    }
}
