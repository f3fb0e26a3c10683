package org.uplift.timetable;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.uplift.timetable.Timetabled.planned;
import static org.uplift.timetable.Timetabled.post;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.committee.Seats;
import org.uplift.school.AcademicYear;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.UpliftTest;

/** Calendars, read by a library that did not write them. */
@UpliftTest
class FeedResourceTest {
    private static final String FEEDS = "/api/v1/timetable/feeds";
    private static final ZoneId ENGLAND = ZoneId.of("Europe/London");

    @Inject
    EntityManagerFactory factory;

    @BeforeEach
    void schools() {
        Given.school(900001, "Alder Primary", "IN_TRUST");
        Given.school(900002, "Birch Primary", "IN_TRUST");
    }

    /** Makes an address and gives its path. */
    private static String issue(RequestSpecification as, String about) {
        String address =
                as.put(FEEDS + "/" + about).then().statusCode(200).extract().path("address");
        return address.substring(address.indexOf("/api/"));
    }

    private static Response fetch(String path) {
        return As.anonymous().get(path);
    }

    private static ICalendar read(String path) {
        Response response = fetch(path);
        response.then().statusCode(200).contentType(containsString("text/calendar"));
        ICalendar calendar = Biweekly.parse(response.asString()).first();
        assertTrue(
                calendar.validate(ICalVersion.V2_0).isEmpty(),
                () -> calendar.validate(ICalVersion.V2_0).toString());
        return calendar;
    }

    private static List<String> summaries(String path) {
        return List.copyOf(new TreeSet<>(read(path).getEvents().stream()
                .map(event -> event.getSummary().getValue())
                .toList()));
    }

    private static boolean isEmpty(String path) {
        String text = fetch(path).then().statusCode(200).extract().asString();
        return text.contains("BEGIN:VCALENDAR") && !text.contains("BEGIN:VEVENT");
    }

    @Test
    void thoseWhoMayNotAreRefused() {
        As.anonymous().put(FEEDS + "/me").then().statusCode(401);
        As.anonymous().get(FEEDS).then().statusCode(401);
        As.user("analyst", "analyst").put(FEEDS + "/me").then().statusCode(403);
        As.head(900001).put(FEEDS + "/900002").then().statusCode(404);
        As.head(900001).put(FEEDS + "/everything").then().statusCode(404);
        As.head(900001).delete(FEEDS + "/me").then().statusCode(404);
        fetch("/api/v1/calendars/" + "A".repeat(43) + ".ics").then().statusCode(404);
        fetch("/api/v1/calendars/short.ics").then().statusCode(404);
    }

    @Test
    void aCalendarShowsWhatItsOwnerMaySeeAndNothingConfidential() {
        As.head(900001).get("/api/v1/me").then().statusCode(200);
        String head = Given.person("head.900001").toString();
        planned(
                As.head(900001),
                900001,
                "learning-walk",
                Timetabled.inDays(5),
                ",\"title\":\"Weak phonics in year 1\",\"leadPersonId\":\"" + head + "\"");
        planned(As.head(900001), 900001, "book-look", Timetabled.inDays(6), "");
        planned(As.head(900002), 900002, "peer-review", Timetabled.inDays(6), "");
        planned(As.trustLeader(), null, "headteachers-meeting", Timetabled.inDays(6), "");
        String own = issue(As.head(900001), "me");
        String school = issue(As.head(900001), "900001");
        String trust = issue(As.head(900001), "trust");
        assertEquals(List.of("Learning walk, Alder Primary"), summaries(own));
        assertEquals(
                List.of("Book look, Alder Primary", "Headteachers' meeting", "Learning walk, Alder Primary"),
                summaries(school));
        assertEquals(List.of("Headteachers' meeting"), summaries(trust));
        for (String path : List.of(own, school, trust)) {
            String text = fetch(path).asString();
            assertFalse(text.contains("phonics") || text.contains("Account"), "neither titles nor names");
            assertFalse(text.contains("\n") && !text.contains("\r\n"));
            assertTrue(text.lines().allMatch(line -> line.length() <= 75), "lines are folded");
        }
    }

    @Test
    void itIsTheOwnersCalendarWhoeverFetchesIt() {
        planned(As.head(900001), 900001, "learning-walk", Timetabled.inDays(5), "");
        String path = issue(As.head(900001), "900001");
        String text = fetch(path).asString();
        assertTrue(text.contains("Learning walk"));
        assertEquals(text, As.head(900002).get(path).asString());
        As.user("stranger", "offline_access").get(path).then().statusCode(200);
    }

    @Test
    void timesAreThoseOfTheClocksInWinterAndInSummer() {
        int year = AcademicYear.of(Timetabled.inDays(200)).next().start();
        LocalDate winter = weekday(LocalDate.of(year, 11, 9));
        LocalDate summer = weekday(LocalDate.of(year + 1, 6, 9));
        planned(As.head(900001), 900001, "learning-walk", winter, ",\"startsAt\":\"09:00\",\"minutes\":90");
        planned(As.head(900001), 900001, "learning-walk", summer, ",\"startsAt\":\"09:00\"");
        planned(As.head(900001), 900001, "survey", summer, "");
        List<VEvent> events = read(issue(As.head(900001), "900001")).getEvents();
        assertEquals(at(winter), instant(events.get(0).getDateStart().getValue()));
        assertEquals(
                at(winter).plusSeconds(90 * 60),
                instant(events.get(0).getDateEnd().getValue()));
        VEvent timed = events.stream()
                .filter(event -> event.getDateStart().getValue().hasTime())
                .toList()
                .getLast();
        assertEquals(at(summer), instant(timed.getDateStart().getValue()));
        assertEquals(
                9,
                at(summer).atZone(ENGLAND).getHour(),
                "nine by the clock on the wall, whether or not the clocks have gone forward");
        assertEquals(3, events.size());
        assertEquals(
                1,
                events.stream()
                        .filter(event -> !event.getDateStart().getValue().hasTime())
                        .count(),
                "without a time it takes the day");
    }

    private static Instant at(LocalDate day) {
        return ZonedDateTime.of(day, LocalTime.of(9, 0), ENGLAND).toInstant();
    }

    private static Instant instant(java.util.Date date) {
        return Instant.ofEpochMilli(date.getTime());
    }

    private static LocalDate weekday(LocalDate day) {
        LocalDate found = day;
        while (found.getDayOfWeek().getValue() > 5) {
            found = found.plusDays(1);
        }
        return found;
    }

    @Test
    void whatIsMovedOrCancelledKeepsItsIdentity() {
        String id = planned(As.head(900001), 900001, "learning-walk", Timetabled.inDays(5), "");
        String path = issue(As.head(900001), "900001");
        VEvent before = read(path).getEvents().getFirst();
        String tag = fetch(path).header("ETag");
        As.anonymous().header("If-None-Match", tag).get(path).then().statusCode(304);
        post(As.head(900001), id, "move", "{\"day\":\"" + Timetabled.inDays(8) + "\"}")
                .statusCode(200);
        VEvent after = read(path).getEvents().getFirst();
        assertEquals(before.getUid(), after.getUid());
        assertTrue(after.getSequence().getValue() > before.getSequence().getValue());
        post(As.head(900001), id, "cancellation", "{\"reason\":\"Inspected that week\"}")
                .statusCode(200);
        assertTrue(read(path).getEvents().getFirst().getStatus().isCancelled());
        assertFalse(fetch(path).asString().contains("Inspected"), "the reason is not for a calendar");
    }

    @Test
    void anAddressIsTakenBackAndReplaced() {
        String first = issue(As.head(900001), "me");
        fetch(first).then().statusCode(200);
        String second = issue(As.head(900001), "me");
        fetch(first).then().statusCode(404);
        fetch(second).then().statusCode(200);
        As.head(900001)
                .get(FEEDS)
                .then()
                .statusCode(200)
                .body("results.about", contains("person"))
                .body("results[0].lastReadOn", equalTo(Timetabled.TODAY.toString()));
        As.head(900002).get(FEEDS).then().body("results", hasSize(0));
        As.head(900001).delete(FEEDS + "/me").then().statusCode(204);
        fetch(second).then().statusCode(404);
        assertEquals(
                0,
                Given.number("select count(*) from activity where summary like '%" + second.substring(20, 40) + "%'"));
    }

    @Test
    void whoIsOfACommitteeFindsItsMeetingsAndNoneOfOthers() {
        Seats seats = Seats.ofAlder();
        String id = seats.meeting(Timetabled.inDays(20).toString());
        Seats.patch(
                seats.clerk(),
                "/api/v1/meetings/" + id,
                "{\"place\":\"Library of Alder\",\"link\":\"https://meet.example.org/secret\"}");
        Seats.post(seats.clerk(), "/api/v1/meetings/" + id + "/preparation", "").statusCode(200);
        UUID other = Given.committee("Committee of Birch", 900002);
        for (RequestSpecification as : List.of(seats.chair(), seats.member(), seats.clerk())) {
            String path = issue(as, "me");
            assertEquals(List.of("Meeting, Committee of Alder"), summaries(path));
            VEvent meeting = read(path).getEvents().getFirst();
            assertEquals("Library of Alder", meeting.getLocation().getValue());
            assertTrue(meeting.getUrl().getValue().endsWith("/meetings/" + id));
            assertTrue(meeting.getStatus().isConfirmed());
            String text = fetch(path).asString();
            assertFalse(text.contains("secret") || text.contains("Declarations"), "neither link nor agenda");
        }
        for (RequestSpecification as :
                List.of(As.inCommittee("stranger", "committee-member", other), As.head(900001), As.trustLeader())) {
            assertTrue(isEmpty(issue(as, "me")));
        }
        assertTrue(isEmpty(issue(seats.member(), "900001")), "the calendar of a school has none");
        assertTrue(isEmpty(issue(seats.member(), "trust")));
    }

    @Test
    void aTrusteeHasTheMeetingsOfTheBoardAndNotOfEveryCommittee() {
        Seats.ofAlder().meeting(Timetabled.inDays(20).toString());
        UUID board = Given.committee("Trust board");
        Seats.post(
                        As.inCommittee("clerk.board", "clerk", board),
                        "/api/v1/meetings",
                        "{\"committeeId\":\"" + board + "\",\"terms\":{\"day\":\"" + Timetabled.inDays(9)
                                + "\",\"startsAt\":\"18:00\",\"minutes\":120,\"link\":\"https://meet.example.org/b\"}}")
                .statusCode(201);
        String path = issue(As.inCommittee("trustee", "trustee", board), "me");
        assertEquals(List.of("Meeting, Trust board"), summaries(path));
        assertEquals("Online", read(path).getEvents().getFirst().getLocation().getValue());
    }

    @Test
    void aMeetingIsAtItsTimeBySummerAndByWinterAndKeepsItsIdentity() {
        Seats seats = Seats.ofAlder();
        int year = AcademicYear.of(Timetabled.inDays(200)).next().start();
        LocalDate winter = LocalDate.of(year, 11, 9);
        LocalDate summer = LocalDate.of(year + 1, 6, 9);
        String id = seats.meeting(winter.toString());
        seats.meeting(summer.toString());
        String path = issue(seats.member(), "me");
        List<VEvent> events = read(path).getEvents();
        for (int at = 0; at < 2; at++) {
            Instant start = instant(events.get(at).getDateStart().getValue());
            LocalDate day = at == 0 ? winter : summer;
            assertEquals(ZonedDateTime.of(day, LocalTime.of(17, 30), ENGLAND).toInstant(), start);
            assertEquals(
                    start.plusSeconds(90 * 60),
                    instant(events.get(at).getDateEnd().getValue()));
        }
        VEvent before = events.getFirst();
        String meeting = "/api/v1/meetings/" + id;
        Seats.patch(seats.clerk(), meeting, "{\"startsAt\":\"18:00\"}").statusCode(200);
        VEvent after = read(path).getEvents().getFirst();
        assertEquals(before.getUid(), after.getUid());
        assertTrue(after.getSequence().getValue() > before.getSequence().getValue());
        assertFalse(after.getDateTimeStamp()
                .getValue()
                .before(before.getDateTimeStamp().getValue()));
        Seats.post(seats.clerk(), meeting + "/status", "{\"status\":\"cancelled\",\"reason\":\"Snow\"}")
                .statusCode(200);
        assertTrue(read(path).getEvents().getFirst().getStatus().isCancelled());
        assertFalse(fetch(path).asString().contains("Snow"), "the reason is not for a calendar");
    }

    @Test
    void aCommitteeWithoutSchoolsHasItsMeetingsAndWhoLeavesItHasNone() {
        Seats seats = Seats.ofAlder();
        seats.meeting(Timetabled.inDays(20).toString());
        Given.run("delete from committee_school");
        String path = issue(seats.clerk(), "me");
        String trust = issue(seats.clerk(), "trust");
        assertEquals(List.of("Meeting, Committee of Alder"), summaries(path));
        fetch(trust).then().statusCode(404);
        Given.run("update membership set valid_until = ?", Timetabled.TODAY);
        fetch(path).then().statusCode(404);
    }

    @Test
    void aCalendarIsReadInAFewStatementsHoweverManyThereAre() {
        Seats seats = Seats.ofAlder();
        String path = issue(seats.member(), "me");
        seats.meeting(Timetabled.inDays(20).toString());
        long one = statements(path);
        for (int day = 21; day < 30; day++) {
            seats.meeting(Timetabled.inDays(day).toString());
        }
        assertEquals(one, statements(path));
        assertTrue(one <= 5, () -> "there were " + one);
    }

    private long statements(String path) {
        var statistics = factory.unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        statistics.clear();
        fetch(path).then().statusCode(200);
        return statistics.getPrepareStatementCount();
    }

    @Test
    void whoLeavesTakesNoCalendarAlong() {
        String path = issue(As.head(900001), "900001");
        String trust = issue(As.head(900001), "trust");
        fetch(path).then().statusCode(200);
        Given.run("update membership set valid_until = ?", Timetabled.TODAY);
        fetch(path).then().statusCode(404);
        fetch(trust).then().statusCode(404);
    }
}
