package org.uplift.timetable;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.uplift.timetable.Timetabled.TODAY;
import static org.uplift.timetable.Timetabled.daysAgo;
import static org.uplift.timetable.Timetabled.inDays;
import static org.uplift.timetable.Timetabled.planned;
import static org.uplift.timetable.Timetabled.post;
import static org.uplift.timetable.Timetabled.read;

import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.school.AcademicYear;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.Planned;
import org.uplift.testing.UpliftTest;

@UpliftTest
class OccurrenceResourceTest {
    @Inject
    SessionFactory sessions;

    private static final String PATH = Timetabled.PATH;
    private static final LocalDate SOON = inDays(7);

    @BeforeEach
    void schools() {
        Given.school(900001, "Alder Primary", "IN_TRUST");
        Given.school(900002, "Birch Primary", "IN_TRUST");
    }

    private static RequestSpecification member() {
        return As.inSchool("member", "committee-member", 900001);
    }

    private static String lead(RequestSpecification known, String username) {
        known.get("/api/v1/me").then().statusCode(200);
        return Given.person(username).toString();
    }

    @Test
    void thoseWhoMayNotAreRefused() {
        String id = planned(As.head(900001), 900001, "learning-walk", SOON, "");
        As.anonymous().get(PATH).then().statusCode(401);
        As.anonymous().get(PATH + "/" + id).then().statusCode(401);
        As.user("analyst", "analyst").get(PATH).then().statusCode(403);
        Timetabled.plan(As.anonymous(), 900001, "learning-walk", SOON, "").statusCode(401);
        Timetabled.plan(member(), 900001, "learning-walk", SOON, "").statusCode(403);
        Timetabled.plan(As.head(900002), 900001, "learning-walk", SOON, "").statusCode(404);
        Timetabled.plan(As.head(900001), null, "headteachers-meeting", SOON, "").statusCode(403);
        As.head(900002).get(PATH + "/" + id).then().statusCode(404);
        As.head(900002).get(PATH + "?schoolUrn=900001").then().body("results", empty());
        As.head(900002).get(PATH + "/year?schoolUrn=900001").then().statusCode(404);
        As.head(900002).get(PATH + "/clashes?schoolUrn=900001").then().statusCode(404);
        for (String verb : List.of("move", "cancellation", "reinstatement", "completion", "reopening")) {
            String fitting = switch (verb) {
                case "move" -> "{\"day\":\"" + SOON + "\"}";
                case "cancellation" -> "{\"reason\":\"x\"}";
                case "completion" -> "{\"heldOn\":\"" + TODAY + "\"}";
                default -> "{}";
            };
            post(As.anonymous(), id, verb, fitting).statusCode(401);
            post(As.head(900002), id, verb, fitting).statusCode(404);
            post(member(), id, verb, fitting).statusCode(403);
        }
    }

    @Test
    void aSchoolSeesItsOwnAndWhatTheTrustDoes() {
        planned(As.head(900001), 900001, "learning-walk", SOON, "");
        planned(As.head(900002), 900002, "book-look", SOON, "");
        planned(As.trustLeader(), null, "headteachers-meeting", SOON, "");
        As.head(900001)
                .get(PATH)
                .then()
                .body("results.typeLabel", hasItem("Headteachers' meeting"))
                .body("results.typeLabel", hasItem("Learning walk"))
                .body("results.typeLabel", not(hasItem("Book look")))
                .body("paging.totalResults", equalTo(2));
        As.trustLeader().get(PATH).then().body("paging.totalResults", equalTo(3));
        As.trustLeader().get(PATH + "?ofTrust=true").then().body("paging.totalResults", equalTo(1));
        As.head(900001)
                .get(PATH + "/year?academicYear=" + AcademicYear.of(SOON))
                .then()
                .body("occurrences", hasSize(2))
                .body("halves", hasSize(6));
    }

    @Test
    void whoAssuresReadsNeitherNamesNorTitles() {
        String head = lead(As.head(900001), "head.900001");
        String id = planned(
                As.head(900001),
                900001,
                "learning-walk",
                SOON,
                ",\"title\":\"Weak phonics in year 1\",\"leadPersonId\":\"" + head + "\"");
        for (String path : List.of(
                PATH,
                PATH + "/" + id,
                PATH + "/year?academicYear=" + AcademicYear.of(SOON),
                PATH + "/people?academicYear=" + AcademicYear.of(SOON),
                PATH + "/clashes",
                PATH + "?personId=" + head)) {
            String text = member().get(path).then().statusCode(200).extract().asString();
            assertEquals(false, text.contains("phonics") || text.contains("Account head"), path);
        }
        member().get(PATH + "?personId=" + head).then().body("results", empty());
        As.head(900001)
                .get(PATH + "?personId=" + head)
                .then()
                .body("results.title", contains("Weak phonics in year 1"));
        As.head(900001).get(PATH + "?mine=true").then().body("results", hasSize(1));
        As.head(900001).get(PATH + "?mine=false").then().body("results", empty());
        As.head(900001)
                .get(PATH + "/people?academicYear=" + AcademicYear.of(SOON))
                .then()
                .body("results.name", contains("Account head.900001"));
    }

    @Test
    void howItStandsFollowsFromItsDayAndWhatWasRecorded() {
        String id = planned(As.head(900001), 900001, "survey", SOON, "");
        read(id).body("occurrence.status", equalTo("planned"));
        LocalDate yesterday = daysAgo(1);
        Timetabled.on(id, yesterday);
        List<LocalDate> ends = new ArrayList<>();
        Given.query(
                "select end_of_term(900001, date '" + yesterday + "')",
                row -> ends.add(row.getObject(1, LocalDate.class)));
        read(id).body("occurrence.status", equalTo(ends.getFirst().isBefore(TODAY) ? "missed" : "overdue"));
        Timetabled.on(id, Timetabled.YEAR.minus(1).firstDay().plusDays(40));
        read(id).body("occurrence.status", equalTo("missed"));
        As.head(900001).get(PATH + "?status=missed").then().body("results", hasSize(1));
        post(As.head(900001), id, "completion", "{\"heldOn\":\"" + TODAY.plusDays(1) + "\"}")
                .statusCode(422)
                .body("errors[0].path", equalTo("/heldOn"));
        post(As.head(900001), id, "completion", "{\"heldOn\":\"" + TODAY + "\"}")
                .statusCode(200)
                .body("occurrence.status", equalTo("done"))
                .body("heldBy", equalTo("Account head.900001"));
        post(As.head(900001), id, "cancellation", "{\"reason\":\"x\"}").statusCode(409);
        post(As.head(900001), id, "reopening", "{}").statusCode(200).body("occurrence.status", equalTo("missed"));
    }

    @Test
    void termsEndWhenTheSchoolSaysSo() {
        assertEquals(1, Given.number("select count(*) where end_of_term(900001, '2026-11-10') = '2026-12-31'"));
        assertEquals(1, Given.number("select count(*) where end_of_term(900001, '2027-01-10') = '2027-03-31'"));
        assertEquals(1, Given.number("select count(*) where end_of_term(900001, '2027-05-10') = '2027-07-31'"));
        assertEquals(1, Given.number("select count(*) where end_of_term(900001, '2027-08-10') = '2027-08-31'"));
    }

    @Test
    void aTrustActivityTellsWhichSchoolsTookPart() {
        String id = planned(As.trustLeader(), null, "headteachers-meeting", SOON, "");
        Timetabled.on(id, daysAgo(2));
        post(As.trustLeader(), id, "completion", "{\"heldOn\":\"" + TODAY + "\",\"schoolUrns\":[900001]}")
                .statusCode(200)
                .body("schoolUrns", contains(900001));
        post(
                        As.trustLeader(),
                        planned(As.trustLeader(), null, "need-review", SOON, ""),
                        "completion",
                        "{\"heldOn\":\"" + TODAY + "\",\"schoolUrns\":[111111]}")
                .statusCode(422)
                .body("errors[0].path", equalTo("/schoolUrns"));
        As.trustLeader()
                .get(PATH + "/participation?academicYear=" + AcademicYear.of(daysAgo(2)))
                .then()
                .statusCode(200)
                .body("results.schoolName", contains("Alder Primary", "Birch Primary"))
                .body("results.trustTakenPart", contains(1, 0))
                .body("results.trustHeld", contains(1, 1));
        As.head(900002).get(PATH + "/" + id).then().statusCode(200).body("schoolUrns", empty());
        As.head(900002).get(PATH + "/participation").then().body("results.schoolUrn", contains(900002));
        As.anonymous().get(PATH + "/participation").then().statusCode(401);
    }

    @Test
    void movedAloneOrWithTheRest() {
        LocalDate first = AcademicYear.of(inDays(400)).firstDay().plusMonths(2);
        while (first.getDayOfWeek().getValue() != 1) {
            first = first.plusDays(1);
        }
        String one = planned(As.head(900001), 900001, "learning-walk", first, "");
        String two = planned(As.head(900001), 900001, "learning-walk", first.plusDays(4), "");
        String other = planned(As.head(900001), 900001, "book-look", first.plusDays(4), "");
        post(As.head(900001), one, "move", "{\"day\":\"" + first.plusDays(1) + "\",\"reason\":\"A course\"}")
                .statusCode(200)
                .body("occurrence.day", equalTo(first.plusDays(1).toString()))
                .body("occurrence.firstPlannedOn", equalTo(first.toString()));
        read(two).body("occurrence.day", equalTo(first.plusDays(4).toString()));
        post(As.head(900001), one, "move", "{\"day\":\"" + first.plusDays(3) + "\",\"rest\":true}")
                .statusCode(200);
        // A Sunday becomes the Monday after it.
        read(two).body("occurrence.day", equalTo(first.plusDays(7).toString()));
        read(other).body("occurrence.day", equalTo(first.plusDays(4).toString()));
        post(As.head(900001), one, "move", "{\"day\":\"" + first.plusDays(5) + "\"}")
                .statusCode(422)
                .body("errors[0].code", equalTo("weekend"));
        post(As.head(900001), one, "move", "{\"day\":\"" + first.plusYears(1).plusDays(1) + "\"}")
                .statusCode(422);
        As.head(900001)
                .get("/api/v1/activity?subject=timetable&subjectId=" + one)
                .then()
                .body("results.reason", hasItem("A course"))
                .body("results[1].changes[0].field", equalTo("day"));
    }

    @Test
    void aVisitIsDoneWhenItsCheckpointIsSignedOff() {
        String cycle = Planned.cycle(As.head(900001), 900001);
        Given.run(
                "update cycle set academic_year = ? where id = cast(? as uuid)",
                AcademicYear.of(SOON).start(),
                cycle);
        String far = planned(As.head(900001), 900001, "learning-walk", SOON, "");
        String id = planned(As.head(900001), 900001, "learning-walk", SOON, "");
        post(As.head(900001), id, "completion", "{\"heldOn\":\"" + TODAY + "\"}")
                .statusCode(409)
                .body("detail", containsString("checkpoint"));
        String body =
                "{\"cycleId\":\"" + cycle + "\",\"type\":\"learning-walk\",\"plannedOn\":\"" + SOON + "\",\"foci\":[]";
        String checkpoint = Planned.post(
                        As.head(900001), "/api/v1/checkpoints", body + ",\"occurrenceId\":\"" + id + "\"}")
                .statusCode(201)
                .body("occurrenceId", equalTo(id))
                .extract()
                .path("id");
        read(id).body("occurrence.checkpointId", equalTo(checkpoint)).body("occurrence.status", equalTo("planned"));
        Planned.post(As.head(900001), "/api/v1/checkpoints", body + ",\"occurrenceId\":\"" + id + "\"}")
                .statusCode(422)
                .body("errors[0].path", equalTo("/occurrenceId"));
        Planned.post(As.head(900001), "/api/v1/checkpoints", body + "}")
                .statusCode(201)
                .body("occurrenceId", equalTo(far));
        Planned.post(As.head(900001), "/api/v1/checkpoints", body + "}")
                .statusCode(201)
                .body("occurrenceId", nullValue());
        post(As.head(900001), id, "move", "{\"day\":\"" + SOON + "\"}").statusCode(409);
        Given.run(
                "update checkpoint set status = 'SIGNED_OFF', held_on = planned_on, leader_signed_at = now(), other_signed_at = now()"
                        + " where id = cast(? as uuid)",
                checkpoint);
        read(id).body("occurrence.status", equalTo("done")).body("occurrence.heldOn", equalTo(SOON.toString()));
    }

    @Test
    void peopleAndSchoolsInTwoPlacesAtOnceAreShown() {
        String leader = lead(As.trustLeader(), "trust.leader");
        String led = ",\"startsAt\":\"09:00\",\"leadPersonId\":\"" + leader + "\"";
        String one = planned(As.trustLeader(), 900001, "school-improvement-visit", SOON, led);
        String two = planned(As.trustLeader(), 900002, "school-improvement-visit", SOON, led.replace("09:00", "11:00"));
        planned(As.trustLeader(), 900002, "learning-walk", SOON, led.replace("09:00", "15:00"));
        planned(As.trustLeader(), 900001, "survey", SOON, "");
        read(one).body("clashes.kind", contains("person")).body("clashes[0].otherId", equalTo(two));
        As.head(900001)
                .get(PATH + "/" + one)
                .then()
                .body("clashes[0].reason", equalTo("Account trust.leader has something else to do."))
                .body("clashes[0].otherId", nullValue());
        String walk = planned(As.head(900001), 900001, "learning-walk", SOON, ",\"startsAt\":\"11:30\"");
        read(walk).body("clashes.kind", contains("school"));
        As.trustLeader()
                .get(PATH + "/clashes?academicYear=" + AcademicYear.of(SOON))
                .then()
                .body("results", hasSize(4));
        post(As.trustLeader(), two, "cancellation", "{\"reason\":\"Too much\"}").statusCode(200);
        read(one).body("clashes.kind", everyItem(equalTo("school")));
        post(As.trustLeader(), two, "reinstatement", "{}")
                .statusCode(200)
                .body("occurrence.status", equalTo("planned"));
    }

    @Test
    void aDayWithoutSchoolIsShown() {
        Given.run(
                "insert into term_dates (id, academic_year, school_urn, version) values (?, ?, 900001, 1)",
                UUID.randomUUID(),
                AcademicYear.of(SOON).start());
        Given.run("insert into closed_day select id, school_urn, ?, 'Training' from term_dates", SOON);
        String id = planned(As.head(900001), 900001, "learning-walk", SOON, "");
        read(id).body("clashes.kind", contains("closed"));
    }

    @Test
    void whoIsToBeThereIsToldAndFindsItInTheirWork() {
        String head = lead(As.head(900001), "head.900001");
        String id = planned(As.trustLeader(), 900001, "learning-walk", SOON, ",\"leadPersonId\":\"" + head + "\"");
        post(As.trustLeader(), id, "move", "{\"day\":\"" + inDays(9) + "\"}").statusCode(200);
        As.head(900001)
                .get("/api/v1/me/notifications")
                .then()
                .statusCode(200)
                .body("results.kind", hasItem("activity-given"))
                .body("results.subject.id", everyItem(equalTo(id)));
        As.head(900001)
                .get("/api/v1/me/work")
                .then()
                .body("results.find { it.kind == 'occurrence' }.subject.id", equalTo(id));
        As.head(900002).get("/api/v1/me/work").then().body("results", empty());
        Timetabled.plan(As.trustLeader(), 900002, "learning-walk", SOON, ",\"leadPersonId\":\"" + head + "\"")
                .statusCode(422)
                .body("errors[0].path", equalTo("/leadPersonId"));
    }

    @Test
    void aPageCostsAsManyStatementsHoweverMuchIsPlanned() {
        planned(As.head(900001), 900001, "learning-walk", SOON, "");
        List<Long> few = statements();
        for (int more = 0; more < 12; more++) {
            planned(As.head(900001), 900001, "book-look", SOON, "");
            planned(As.head(900002), 900002, "book-look", SOON, "");
        }
        assertEquals(few, statements());
    }

    private List<Long> statements() {
        Statistics statistics = sessions.getStatistics();
        statistics.setStatisticsEnabled(true);
        String year = "academicYear=" + AcademicYear.of(SOON);
        return List.of("?pageSize=200", "/year?" + year, "/clashes?" + year, "/participation?" + year).stream()
                .map(list -> {
                    RequestSpecification as = As.trustLeader();
                    statistics.clear();
                    as.get(PATH + list).then().statusCode(200);
                    return statistics.getPrepareStatementCount();
                })
                .toList();
    }

    @Test
    void changedByWhoHasReadIt() {
        String id = planned(As.head(900001), 900001, "learning-walk", SOON, "");
        As.head(900001)
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"0\"")
                .body("{\"title\":\"Reading\",\"startsAt\":\"09:30\",\"minutes\":45}")
                .patch(PATH + "/" + id)
                .then()
                .statusCode(200)
                .body("occurrence.title", equalTo("Reading"))
                .body("occurrence.minutes", equalTo(45));
        As.head(900001)
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"0\"")
                .body("{\"title\":\"Maths\"}")
                .patch(PATH + "/" + id)
                .then()
                .statusCode(412)
                .body("current.occurrence.title", equalTo("Reading"));
        As.head(900001)
                .contentType("application/merge-patch+json")
                .body("{\"minutes\":5}")
                .header("If-Match", "*")
                .patch(PATH + "/" + id)
                .then()
                .statusCode(422);
        Timetabled.plan(As.head(900001), 900001, "a-walk", SOON, "").statusCode(422);
        Timetabled.plan(As.trustLeader(), 900001, "headteachers-meeting", SOON, "")
                .statusCode(422)
                .body("errors[0].path", equalTo("/schoolUrn"));
    }
}
