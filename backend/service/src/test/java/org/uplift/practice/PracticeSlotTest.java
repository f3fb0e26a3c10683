package org.uplift.practice;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.Planned;
import org.uplift.testing.UpliftTest;

/** Others come and see what works. */
@UpliftTest
class PracticeSlotTest {
    private static final String LIST = "/api/v1/good-practice";
    private static final String SLOTS = "/api/v1/practice-slots/";
    private static final String VISITS = "/api/v1/practice-visits/";

    @Inject
    EntityManagerFactory factory;

    private String practice;

    @BeforeEach
    void written() {
        Given.school(900001, "Alder Primary", "IN_TRUST");
        Given.school(900002, "Beech Primary", "IN_TRUST");
        Given.school(900003, "Cedar Primary", "IN_TRUST");
        other().get("/api/v1/me").then().statusCode(200);
        As.head(900003).get("/api/v1/me").then().statusCode(200);
        practice = Planned.post(
                        host(),
                        LIST,
                        "{\"schoolUrn\":900001,\"title\":\"Reading aloud\",\"what\":\"Daily\",\"impact\":\"Longer books\"}")
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static RequestSpecification host() {
        return As.head(900001);
    }

    private static RequestSpecification other() {
        return As.head(900002);
    }

    private ValidatableResponse offer(RequestSpecification as, String day, int places) {
        return Planned.post(
                as,
                LIST + "/" + practice + "/slots",
                "{\"day\":\"" + day + "\",\"startsAt\":\"09:30\",\"endsAt\":\"11:00\",\"places\":" + places
                        + ",\"place\":\"Hall\",\"notes\":\"Park behind\"}");
    }

    private String slot(int places) {
        return offer(host(), "2099-01-15", places).statusCode(201).extract().path("id");
    }

    private static ValidatableResponse book(RequestSpecification as, String slot, int urn) {
        return Planned.post(as, SLOTS + slot + "/visits", urn == 0 ? "{}" : "{\"schoolUrn\":" + urn + "}");
    }

    private static ValidatableResponse cancel(RequestSpecification as, String slot) {
        return Planned.post(as, SLOTS + slot + "/cancellation", "{\"reason\":\"The class is on a trip\"}");
    }

    private static String calendar(RequestSpecification as) {
        String address = as.put("/api/v1/timetable/feeds/me")
                .then()
                .statusCode(200)
                .extract()
                .path("address");
        return As.anonymous()
                .get(address.substring(address.indexOf("/api/")))
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .replace("\r\n ", "");
    }

    @Test
    void whoMayNotIsRefused() {
        String slot = slot(2);
        offer(As.anonymous(), "2099-01-15", 2).statusCode(401);
        offer(other(), "2099-01-15", 2).statusCode(403);
        offer(As.inTrust("trustee", "trustee"), "2099-01-15", 2).statusCode(403);
        book(As.anonymous(), slot, 900002).statusCode(401);
        book(As.inTrust("trustee", "trustee"), slot, 900002).statusCode(403);
        book(other(), slot, 900003).statusCode(404);
        book(other(), slot, 0).statusCode(403);
        book(host(), slot, 900001).statusCode(422).body("errors[0].path", equalTo("/schoolUrn"));
        cancel(As.anonymous(), slot).statusCode(401);
        cancel(other(), slot).statusCode(403);
        String visit = book(other(), slot, 900002).statusCode(201).extract().path("id");
        As.anonymous().delete(VISITS + visit).then().statusCode(401);
        As.head(900003).delete(VISITS + visit).then().statusCode(404);
        host().delete(VISITS + visit).then().statusCode(403);
        As.anonymous().get(LIST + "/" + practice + "/slots").then().statusCode(401);
        As.user("newcomer", "school-leader")
                .get(LIST + "/" + practice + "/slots")
                .then()
                .statusCode(404);
        As.user("newcomer", "school-leader").get(SLOTS + slot).then().statusCode(404);
    }

    @Test
    void aPlaceIsBookedSeenByWhoShowsItAndGivenBack() {
        String slot = slot(2);
        String visit = book(other(), slot, 900002)
                .statusCode(201)
                .header("ETag", "\"0\"")
                .body("schoolName", equalTo("Beech Primary"))
                .extract()
                .path("id");
        book(other(), slot, 900002).statusCode(409);
        host().get(SLOTS + slot)
                .then()
                .statusCode(200)
                .body("taken", equalTo(1))
                .body("ownVisitId", nullValue())
                .body("visits.schoolName", contains("Beech Primary"));
        other().get(SLOTS + slot).then().body("ownVisitId", equalTo(visit)).body("visits", hasSize(1));
        As.head(900003)
                .get(LIST + "/" + practice + "/slots")
                .then()
                .statusCode(200)
                .body("results.taken", contains(1))
                .body("results[0].visits", empty());
        other().delete(VISITS + visit).then().statusCode(204);
        other().delete(VISITS + visit).then().statusCode(409);
        host().get(SLOTS + slot).then().body("taken", equalTo(0)).body("visits", empty());
        book(other(), slot, 900002).statusCode(201);
        host().get("/api/v1/activity?subject=practice&subjectId=" + practice)
                .then()
                .body("results.summary[0]", containsString("booked a place"));
    }

    @Test
    void whatIsFullPastCancelledOrRetiredRefuses() {
        String full = slot(1);
        book(other(), full, 900002).statusCode(201);
        book(As.head(900003), full, 900003).statusCode(409).body("detail", containsString("taken"));
        String past = slot(1);
        Given.run("update practice_slot set day = '2020-01-15' where id = cast(? as uuid)", past);
        book(other(), past, 900002).statusCode(409).body("detail", containsString("past"));
        cancel(host(), past).statusCode(409);
        String cancelled = slot(1);
        cancel(host().header("If-Match", "\"9\""), cancelled).statusCode(412);
        cancel(host(), cancelled).statusCode(200).body("cancellationReason", containsString("trip"));
        book(other(), cancelled, 900002).statusCode(409).body("detail", containsString("cancelled"));
        Planned.post(host(), LIST + "/" + practice + "/withdrawal", "{\"reason\":\"Over\"}")
                .statusCode(200);
        offer(host(), "2099-01-15", 1).statusCode(409);
        book(As.head(900003), full, 900003).statusCode(404);
    }

    @Test
    void whatIsNoTimeIsInvalid() {
        offer(host(), "2020-01-15", 1).statusCode(422).body("errors[0].path", equalTo("/day"));
        offer(host(), "2099-01-15", 0).statusCode(422).body("errors[0].path", equalTo("/places"));
        offer(host(), "2099-01-15", 51).statusCode(422);
        Planned.post(
                        host(),
                        LIST + "/" + practice + "/slots",
                        "{\"day\":\"2099-01-15\",\"startsAt\":\"11:00\",\"endsAt\":\"09:00\",\"places\":1,\"place\":\"x\"}")
                .statusCode(422)
                .body("errors[0].path", equalTo("/endsAt"));
    }

    /** As many ask at once as there are people; as many come as there are places. */
    @Test
    void whoBooksAtOnceNeverTakesMorePlacesThanThereAre() throws Exception {
        String slot = slot(3);
        List<Callable<Integer>> bookings = new ArrayList<>();
        for (int person = 0; person < 8; person++) {
            String name = "visitor." + person;
            As.inSchool(name, "school-leader", 900002).get("/api/v1/me").then().statusCode(200);
            RequestSpecification as = As.user(name, "school-leader");
            bookings.add(() -> book(as, slot, 900002).extract().statusCode());
        }
        List<Integer> answers = new ArrayList<>();
        try (var pool = Executors.newFixedThreadPool(8)) {
            for (Future<Integer> answer : pool.invokeAll(bookings)) {
                answers.add(answer.get());
            }
        }
        assertEquals(3, answers.stream().filter(status -> status == 201).count());
        assertEquals(5, answers.stream().filter(status -> status == 409).count());
        assertEquals(3, Given.number("select count(*) from practice_visit where given_back_at is null"));
        host().get(SLOTS + slot).then().body("taken", equalTo(3));
    }

    @Test
    void bothSidesAreToldAndHaveItInTheirCalendars() {
        String slot = slot(2);
        String visit = book(other(), slot, 900002).statusCode(201).extract().path("id");
        host().get("/api/v1/me/notifications")
                .then()
                .statusCode(200)
                .body("results.kind", contains("visit-booked"))
                .body("results[0].subject.id", equalTo(practice))
                .body("results[0].words", containsString("booked a place"))
                .body("results[0].title", equalTo("Reading aloud"));
        for (RequestSpecification side : List.of(host(), other())) {
            String calendar = calendar(side);
            assertEquals(1, calendar.split("BEGIN:VEVENT").length - 1);
            for (String told : new String[] {
                "SUMMARY:Come and see: Reading aloud\\, Alder Primary",
                "LOCATION:Hall",
                "STATUS:CONFIRMED",
                "DTSTART;TZID=Europe/London:20990115T093000",
                "DTEND;TZID=Europe/London:20990115T110000"
            }) {
                assertTrue(calendar.contains(told), () -> told + " in " + calendar);
            }
            assertFalse(calendar.contains("Park behind"));
        }
        assertEquals(1, calendar(As.head(900003)).split("BEGIN:VEVENT").length);
        other().delete(VISITS + visit).then().statusCode(204);
        host().get("/api/v1/me/notifications").then().body("results.kind", contains("visit-cancelled", "visit-booked"));
        assertTrue(calendar(other()).contains("STATUS:CANCELLED"));
        assertTrue(calendar(host()).contains("STATUS:CONFIRMED"));
    }

    @Test
    void whoWasToComeIsToldOfACancellationAndReadsWhyItIsRetired() {
        String slot = slot(2);
        book(other(), slot, 900002).statusCode(201);
        Planned.post(host(), LIST + "/" + practice + "/withdrawal", "{\"reason\":\"We read in another way\"}")
                .statusCode(200);
        other().get("/api/v1/me/notifications")
                .then()
                .statusCode(200)
                .body("results.kind", contains("visit-cancelled"))
                .body("results[0].title", equalTo("Reading aloud"));
        other().get(LIST + "/" + practice)
                .then()
                .statusCode(200)
                .body("withdrawalReason", equalTo("We read in another way"));
        other().get(LIST).then().body("results", empty());
        other().get(SLOTS + slot).then().statusCode(200).body("cancelledOn", notNullValue());
        As.head(900003).get(LIST + "/" + practice).then().statusCode(404);
        As.head(900003).get("/api/v1/me/notifications").then().body("results", empty());
        assertTrue(calendar(other()).contains("STATUS:CANCELLED"));
        assertEquals(1, calendar(As.head(900003)).split("BEGIN:VEVENT").length);
    }

    @Test
    void theTrustShowsAndVisitsToo() {
        String slot = slot(2);
        book(As.trustLeader(), slot, 0).statusCode(201).body("schoolUrn", nullValue());
        host().get("/api/v1/me/notifications").then().body("results.kind", contains("visit-booked"));
        cancel(host(), slot).statusCode(200);
        As.trustLeader().get("/api/v1/me/notifications").then().body("results.kind", contains("visit-cancelled"));
        other().get("/api/v1/me/notifications").then().body("results.kind", not(contains("visit-cancelled")));
    }

    @Test
    void timesAreReadInAsManyStatementsHoweverManyThereAre() {
        book(other(), slot(2), 900002).statusCode(201);
        long one = statements();
        for (int more = 0; more < 6; more++) {
            book(other(), slot(2), 900002).statusCode(201);
        }
        assertEquals(one, statements());
    }

    private long statements() {
        var statistics = factory.unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        statistics.clear();
        host().get(LIST + "/" + practice + "/slots").then().statusCode(200);
        return statistics.getPrepareStatementCount();
    }
}
