package org.uplift.webhook;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.Planned;
import org.uplift.testing.UpliftTest;

/** Deliveries to a receiver on this machine; the clock is moved by hand. */
@UpliftTest
class CourierTest {
    private static final String PATH = "/api/v1/webhooks/";

    @Inject
    Courier courier;

    @Inject
    Outbox outbox;

    private final Hook hook = new Hook();
    private String id = "";
    private String secret = "";

    @BeforeEach
    void registered() {
        Given.school(900001);
        Given.school(900002);
        id = WebhookResourceTest.registered("Warehouse", hook.address(), "cycle", "priority", "target");
        secret = WebhookResourceTest.secret(id);
    }

    @AfterEach
    void closed() {
        hook.close();
    }

    private static Instant in(Duration time) {
        return Instant.now().plusSeconds(5).plus(time);
    }

    private static Instant soon() {
        return in(Duration.ZERO);
    }

    private void deliverAll(Instant now) {
        while (courier.deliver(now) > 0) {}
    }

    private JsonPath deliveries(String status) {
        return As.administrator()
                .queryParam("status", status)
                .queryParam("pageSize", 200)
                .get(PATH + id + "/deliveries")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private JsonPath webhook() {
        return As.administrator()
                .get(PATH + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** As if many things had changed, each in a transaction of its own. */
    private static List<String> changes(int count) {
        List<String> ids = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            String of = "cycle %03d".formatted(at);
            Given.run(
                    "insert into activity (id, at, person_id, actor, subject, subject_id, school_urn, summary, changes)"
                            + " values (gen_random_uuid(), now(), ?, 'x', 'CYCLE', ?, 900001, 'changed the cycle', '[]')",
                    Given.person("head.900001"),
                    of);
            ids.add(of);
        }
        return ids;
    }

    @Test
    void whatIsDeliveredIsThinAndSigned() {
        String cycle = Planned.cycle(As.head(900001), 900001);
        courier.deliver(soon());
        assertEquals(1, hook.received.size());
        Hook.Received one = hook.received.getFirst();
        assertTrue(one.isSignedWith(secret));
        assertFalse(one.isSignedWith("whsec_other"));
        assertEquals("cycle.created", one.event());
        assertEquals(
                Set.of("delivery", "at", "kind", "id", "schoolUrn", "what", "href"),
                one.json().<String, Object>getMap("$").keySet());
        assertEquals(cycle, one.json().getString("id"));
        assertEquals(900001, one.json().getInt("schoolUrn"));
        assertEquals("/api/v1/cycles/" + cycle, one.json().getString("href"));
        assertEquals(one.delivery(), one.json().getString("delivery"));
        JsonPath told = deliveries("delivered");
        assertEquals(one.delivery(), told.getString("results[0].id"));
        assertEquals(204, told.getInt("results[0].lastAnswer"));
        assertEquals(1, told.getInt("results[0].attempts"));
        deliverAll(in(Duration.ofDays(2)));
        assertEquals(1, hook.received.size(), "what has arrived is not sent again");
    }

    @Test
    void itIsToldOfItsKindsAndItsSchoolsOnly() {
        As.administrator()
                .header("If-Match", "*")
                .contentType("application/merge-patch+json")
                .body("{\"schools\":[900001],\"kinds\":[\"priority\"]}")
                .patch(PATH + id)
                .then()
                .statusCode(200);
        String cycle = Planned.cycle(As.head(900001), 900001);
        String priority = Planned.priority(() -> As.head(900001), cycle, "Reading");
        Planned.priority(() -> As.head(900002), Planned.cycle(As.head(900002), 900002), "Number");
        deliverAll(soon());
        assertEquals(Set.of(priority), new TreeSet<>(hook.ids()));
    }

    @Test
    void aReceiverThatIsDownForAWhileMissesNothing() {
        List<String> all = changes(40);
        hook.status = 503;
        deliverAll(soon());
        assertEquals(40, hook.ids().size());
        JsonPath waiting = deliveries("waiting");
        assertEquals(40, waiting.getList("results").size());
        assertEquals(503, waiting.getInt("results[0].lastAnswer"));
        assertEquals("answer", waiting.getString("results[0].lastTrouble"));
        deliverAll(soon());
        assertEquals(40, hook.ids().size(), "it is not tried again at once");
        deliverAll(in(Duration.ofMinutes(2)));
        assertEquals(80, hook.ids().size());
        hook.status = 200;
        hook.received.clear();
        deliverAll(in(Duration.ofMinutes(10)));
        assertEquals(all, hook.ids());
        assertEquals(0, webhook().getInt("waiting"));
        assertEquals(0, webhook().getInt("dead"));
    }

    @Test
    void whatHasFailedForADayIsDeadAndCanBeReplayed() {
        List<String> all = changes(3);
        hook.status = 500;
        deliverAll(soon());
        deliverAll(in(Duration.ofHours(20)));
        assertEquals(3, deliveries("waiting").getList("results").size());
        deliverAll(in(Duration.ofHours(25)));
        JsonPath dead = deliveries("dead");
        assertEquals(3, dead.getList("results").size());
        assertEquals(3, webhook().getInt("dead"));
        assertEquals("active", webhook().getString("status"));
        deliverAll(in(Duration.ofDays(3)));
        assertEquals(9, hook.received.size(), "what is dead is not tried again by itself");
        hook.received.clear();
        hook.status = 200;
        String one = dead.getString("results[0].id");
        As.administrator()
                .post(PATH + id + "/deliveries/" + one + "/replay")
                .then()
                .statusCode(200)
                .body("status", equalTo("waiting"))
                .body("attempts", equalTo(0));
        As.administrator()
                .post(PATH + id + "/deliveries/" + one + "/replay")
                .then()
                .statusCode(409);
        deliverAll(soon());
        assertEquals(
                List.of(one),
                hook.received.stream().map(Hook.Received::delivery).toList());
        As.administrator().post(PATH + id + "/replay").then().statusCode(200).body("deliveries", equalTo(2));
        deliverAll(soon());
        assertEquals(all, hook.ids());
        As.administrator()
                .get("/api/v1/activity?subject=webhook&subjectId=" + id)
                .then()
                .body("results[0].summary", equalTo("replayed 2 deliveries of the webhook Warehouse"));
    }

    @Test
    void aReceiverThatAlwaysFailsIsPausedAndNothingOfTheRestIsLost() {
        changes(12);
        hook.status = 500;
        deliverAll(soon());
        deliverAll(in(Duration.ofHours(25)));
        assertEquals("failing", webhook().getString("status"));
        assertTrue(webhook().getInt("dead") >= 10);
        List<String> later = changes(2);
        hook.status = 200;
        hook.received.clear();
        deliverAll(in(Duration.ofHours(26)));
        assertEquals(List.of(), hook.received, "nothing is sent while it is paused");
        As.administrator()
                .post(PATH + id + "/resumption")
                .then()
                .statusCode(200)
                .body("status", equalTo("active"));
        deliverAll(in(Duration.ofHours(26)));
        assertTrue(hook.ids().containsAll(later));
    }

    @Test
    void administratorsAreToldOnceOfEachPause() {
        As.administrator().get("/api/v1/me").then().statusCode(200);
        As.user("administrator.2", "administrator").get("/api/v1/me").then().statusCode(200);
        changes(12);
        hook.status = 500;
        deliverAll(soon());
        Stream.generate(() -> CompletableFuture.runAsync(() -> deliverAll(in(Duration.ofHours(25)))))
                .limit(3)
                .toList()
                .forEach(CompletableFuture::join);
        assertEquals("failing", webhook().getString("status"));
        told(As.administrator())
                .body("results.kind", contains("webhook-paused"))
                .body(
                        "results[0].words",
                        equalTo("Nothing is delivered to the webhook any more: too many deliveries in a row have"
                                + " failed for good."))
                .body("results[0].title", equalTo("Warehouse"))
                .body("results[0].subject.kind", equalTo("webhook"))
                .body("results[0].subject.id", equalTo(id));
        told(As.user("administrator.2", "administrator")).body("unread", equalTo(1));
        told(As.trustLeader()).body("unread", equalTo(0));
        As.administrator().post("/api/v1/me/notifications/reading").then().body("unread", equalTo(0));

        As.administrator().post(PATH + id + "/resumption").then().statusCode(200);
        changes(12);
        deliverAll(in(Duration.ofHours(26)));
        deliverAll(in(Duration.ofHours(52)));
        told(As.administrator()).body("results", hasSize(2)).body("unread", equalTo(1));
        told(As.user("administrator.2", "trust-leader"))
                .body("results", hasSize(0))
                .body("unread", equalTo(0));

        As.administrator().header("If-Match", "*").delete(PATH + id).then().statusCode(204);
        told(As.administrator()).body("results", hasSize(0)).body("unread", equalTo(0));
    }

    private static ValidatableResponse told(RequestSpecification as) {
        return as.get("/api/v1/me/notifications").then().statusCode(200);
    }

    @Test
    void whoPausesItThemselvesNeedNotBeTold() {
        As.administrator().post(PATH + id + "/pause").then().statusCode(200);
        told(As.administrator()).body("results", hasSize(0));
    }

    @Test
    void whatChangesWhileItIsPausedWaits() {
        As.administrator().post(PATH + id + "/pause").then().statusCode(200);
        List<String> all = changes(3);
        deliverAll(soon());
        assertEquals(List.of(), hook.received);
        assertEquals(3, webhook().getInt("waiting"));
        As.administrator().post(PATH + id + "/test").then().statusCode(202);
        deliverAll(soon());
        assertEquals(
                List.of("test"),
                hook.received.stream().map(Hook.Received::event).toList());
        As.administrator().post(PATH + id + "/resumption").then().statusCode(200);
        deliverAll(soon());
        assertEquals(all, hook.ids());
    }

    @Test
    void nothingIsSentWithoutASecret() {
        String bare = WebhookResourceTest.registered("Bare", hook.address(), "cycle");
        changes(1);
        deliverAll(soon());
        assertEquals(1, hook.received.size());
        WebhookResourceTest.secret(bare);
        deliverAll(soon());
        assertEquals(2, hook.received.size());
    }

    @Test
    void aTestIsSentOnceAndSaysWhatCameOfIt() {
        hook.status = 418;
        As.administrator()
                .post(PATH + id + "/test")
                .then()
                .statusCode(202)
                .body("kind", equalTo("test"))
                .body("status", equalTo("waiting"));
        deliverAll(soon());
        assertTrue(hook.received.getFirst().isSignedWith(secret));
        As.administrator()
                .get(PATH + id + "/deliveries")
                .then()
                .body("results.status", contains("dead"))
                .body("results[0].lastAnswer", equalTo(418))
                .body("results[0].nextTryAt", nullValue())
                .body("results[0].lastTryAt", notNullValue());
    }

    @Test
    void bothSecretsSignForADayAfterARotation() {
        String fresh = WebhookResourceTest.secret(id);
        changes(1);
        deliverAll(soon());
        assertTrue(hook.received.getFirst().isSignedWith(secret));
        assertTrue(hook.received.getFirst().isSignedWith(fresh));
        hook.received.clear();
        changes(1);
        deliverAll(in(Duration.ofHours(25)));
        assertFalse(hook.received.getFirst().isSignedWith(secret));
        assertTrue(hook.received.getFirst().isSignedWith(fresh));
    }

    @Test
    void twoWorkersAtOnceDeliverEachOnce() {
        List<String> all = changes(100);
        Instant now = soon();
        Stream.generate(() -> CompletableFuture.runAsync(() -> deliverAll(now)))
                .limit(3)
                .toList()
                .forEach(CompletableFuture::join);
        assertEquals(all, hook.ids());
        assertEquals(100, deliveries("delivered").getList("results").size());
    }

    /** Who has taken it is gone: somebody else tries it, and what the first says too late counts for nothing. */
    @Test
    void whatWasTakenAndNotSettledIsTriedByAnother() {
        changes(1);
        courier.deliver(Instant.EPOCH);
        List<Outbox.Taken> taken = outbox.take(soon());
        assertEquals(1, taken.size());
        deliverAll(soon());
        assertEquals(List.of(), hook.received);
        deliverAll(in(Outbox.LEASE.plusSeconds(1)));
        assertEquals(1, hook.received.size());
        outbox.settle(taken.getFirst(), Attempt.failed(Trouble.TIMEOUT), null, soon());
        assertEquals(1, deliveries("delivered").getList("results").size());
    }

    @Test
    void redirectsAreNotFollowed() {
        try (Hook other = new Hook()) {
            hook.status = 307;
            hook.location = other.address();
            changes(1);
            deliverAll(soon());
            assertEquals(1, hook.received.size());
            assertEquals(List.of(), other.received);
            assertEquals(307, deliveries("waiting").getInt("results[0].lastAnswer"));
        }
    }

    @Test
    void anAnswerIsKeptByItsStatusAlone() {
        hook.status = 200;
        hook.said = "Zanzibar ".repeat(500_000).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        changes(1);
        deliverAll(soon());
        assertEquals(1, deliveries("delivered").getList("results").size());
        assertEquals(0, Given.number("select count(*) from webhook_delivery d where d::text like '%Zanzibar%'"));
    }

    @Test
    void whoDoesNotAnswerAtAllHasNoConnection() {
        hook.close();
        changes(1);
        deliverAll(soon());
        assertEquals("no-connection", deliveries("waiting").getString("results[0].lastTrouble"));
    }

    @Test
    void deliveriesAreKeptForAMonth() {
        changes(1);
        deliverAll(soon());
        outbox.forget(Instant.now().minus(Duration.ofDays(30)));
        As.administrator().get(PATH + id + "/deliveries").then().body("results", hasSize(1));
        Given.run("update webhook_delivery set made_at = made_at - interval '31 days'");
        outbox.forget(Instant.now().minus(Duration.ofDays(30)));
        As.administrator().get(PATH + id + "/deliveries").then().body("results", hasSize(0));
    }

    @Test
    void nothingOfConcernsLeaves() {
        WebhookResourceTest.registered(
                "All",
                hook.address(),
                Stream.of(WebhookKind.values()).map(WebhookKind::code).toArray());
        for (String category : List.of("behaviour", "safeguarding")) {
            As.head(900001)
                    .contentType("application/json")
                    .body("{\"schoolUrn\":900001,\"category\":\"" + category
                            + "\",\"severity\":\"high\",\"title\":\"A fight\",\"summary\":\"In the yard\"}")
                    .post("/api/v1/concerns")
                    .then()
                    .statusCode(201);
        }
        deliverAll(soon());
        assertEquals(List.of(), hook.received);
        assertEquals(0, Given.number("select count(*) from webhook_delivery"));
        changes(1);
        deliverAll(soon());
        As.administrator()
                .get(PATH + id + "/deliveries")
                .then()
                .body("results.kind", everyItem(equalTo("cycle")))
                .body("results", hasSize(1));
    }

    @Test
    void deliveriesAreListedNewestFirst() {
        changes(3);
        deliverAll(soon());
        List<String> at = As.administrator()
                .get(PATH + id + "/deliveries?pageSize=2")
                .then()
                .body("results", hasSize(2))
                .body("paging.totalResults", equalTo(3))
                .extract()
                .path("results.at");
        assertEquals(at.stream().sorted(Comparator.reverseOrder()).toList().size(), at.size());
        As.administrator().get(PATH + id + "/deliveries?status=lost").then().statusCode(422);
    }
}
