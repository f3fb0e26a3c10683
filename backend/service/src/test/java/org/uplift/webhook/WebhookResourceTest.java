package org.uplift.webhook;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.UpliftTest;

@UpliftTest
class WebhookResourceTest {
    private static final String PATH = "/api/v1/webhooks";
    private static final String PATCH = "application/merge-patch+json";

    @BeforeEach
    void schools() {
        Given.school(900001);
    }

    static Map<String, Object> wanted(String name, String address, Object... kinds) {
        return new HashMap<>(Map.of("name", name, "address", address, "kinds", List.of(kinds)));
    }

    static ValidatableResponse register(Map<String, Object> wanted) {
        return As.administrator()
                .contentType(ContentType.JSON)
                .body(wanted)
                .post(PATH)
                .then();
    }

    /** A webhook with a secret, as the page registers it. */
    static String registered(String name, String address, Object... kinds) {
        return register(wanted(name, address, kinds)).statusCode(201).extract().path("id");
    }

    static String secret(String id) {
        return As.administrator()
                .post(PATH + "/" + id + "/secret")
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("no-store"))
                .body("secret", startsWith("whsec_"))
                .extract()
                .path("secret");
    }

    @Test
    void onlyTheAdministratorHasToDoWithWebhooks() {
        String id = registered("Warehouse", "https://203.0.114.7/hook", "cycle");
        secret(id);
        List<String> reads = List.of(PATH, PATH + "/" + id, PATH + "/" + id + "/deliveries");
        List<String> posts = List.of(
                "secret", "test", "pause", "resumption", "replay", "deliveries/" + UUID.randomUUID() + "/replay");
        Map<String, Supplier<RequestSpecification>> others = Map.of(
                "trust leader", As::trustLeader,
                "head", () -> As.head(900001),
                "data manager", As::dataManager,
                "analyst", () -> As.inTrust("analyst", "analyst"),
                "mis", () -> As.mis(900001));
        for (String path : reads) {
            As.anonymous().get(path).then().statusCode(401);
            others.forEach((who, as) -> assertEquals(403, as.get().get(path).statusCode(), who + " at " + path));
            As.administrator().get(path).then().statusCode(200);
        }
        for (String post : posts) {
            As.anonymous().post(PATH + "/" + id + "/" + post).then().statusCode(401);
            others.forEach((who, as) -> assertEquals(
                    403, as.get().post(PATH + "/" + id + "/" + post).statusCode(), who + " at " + post));
            As.administrator()
                    .post(PATH + "/" + UUID.randomUUID() + "/" + post)
                    .then()
                    .statusCode(404);
        }
        As.trustLeader()
                .contentType(ContentType.JSON)
                .body(wanted("Mine", "https://203.0.114.7/", "cycle"))
                .post(PATH)
                .then()
                .statusCode(403);
        As.trustLeader().header("If-Match", "*").delete(PATH + "/" + id).then().statusCode(403);
        As.trustLeader()
                .header("If-Match", "*")
                .contentType(PATCH)
                .body("{}")
                .patch(PATH + "/" + id)
                .then()
                .statusCode(403);
    }

    @Test
    void itsSecretIsShownOnceAndStoredSealed() {
        String id = registered("Warehouse", "https://203.0.114.7/hook", "cycle", "target");
        As.administrator()
                .get(PATH + "/" + id)
                .then()
                .body("status", equalTo("without-secret"))
                .body("kinds", contains("cycle", "target"))
                .body("secretSince", nullValue());
        As.administrator().post(PATH + "/" + id + "/test").then().statusCode(409);
        String secret = secret(id);
        String read = As.administrator()
                .get(PATH + "/" + id)
                .then()
                .body("status", equalTo("active"))
                .body("secretSince", notNullValue())
                .body("previousSecretUntil", nullValue())
                .extract()
                .asString();
        assertFalse(read.contains("whsec_"), read);
        Given.query(
                "select w::text || coalesce((select string_agg(a::text, '') from activity a), '')"
                        + " || coalesce((select string_agg(i::text, '') from idempotency i), '') from webhook w",
                row -> assertFalse(row.getString(1).contains(secret.substring(6))));
        Given.query(
                "select position(convert_to('" + secret + "', 'utf8') in secret) from webhook",
                row -> assertEquals(0, row.getInt(1)));
        String next = secret(id);
        assertFalse(next.equals(secret));
        As.administrator().get(PATH + "/" + id).then().body("previousSecretUntil", notNullValue());
    }

    @Test
    void whatIsWrongIsSaidWithItsPath() {
        register(wanted("", "https://203.0.114.7/", "cycle")).statusCode(422).body("errors[0].path", equalTo("/name"));
        register(wanted("x", "https://203.0.114.7/")).statusCode(422).body("errors[0].path", equalTo("/kinds"));
        register(wanted("x", "ftp://203.0.114.7/", "cycle"))
                .statusCode(422)
                .body("errors[0].path", equalTo("/address"))
                .body("errors[0].code", equalTo("not-https"));
        register(wanted("x", "hooks", "cycle")).statusCode(422).body("errors[0].code", equalTo("malformed"));
        register(wanted("x", "https://169.254.169.254/latest/meta-data", "cycle"))
                .statusCode(422)
                .body("errors[0].path", equalTo("/address"))
                .body("errors[0].code", equalTo("internal-address"));
        Map<String, Object> elsewhere = wanted("x", "https://203.0.114.7/", "cycle");
        elsewhere.put("schools", List.of(900001, 900009));
        register(elsewhere).statusCode(422).body("errors[0].path", equalTo("/schools/1"));
        registered("Warehouse", "https://203.0.114.7/", "cycle");
        register(wanted("warehouse", "https://203.0.114.7/", "cycle")).statusCode(409);
    }

    @Test
    void whatIsConfidentialIsNoKind() {
        for (String kind : List.of(
                "concern",
                "membership",
                "expert",
                "comment",
                "committee",
                "meeting",
                "challenge",
                "partner",
                "integration",
                "webhook")) {
            int status = register(wanted("x", "https://203.0.114.7/", kind))
                    .extract()
                    .statusCode();
            assertEquals(422, status, kind);
            assertThrows(
                    IllegalStateException.class,
                    () -> Given.run(
                            "insert into webhook (id, name, address, kinds, registered_at, counted_from, key_id, sealed_key)"
                                    + " values (gen_random_uuid(), 'x', 'x', array['"
                                    + kind.toUpperCase(java.util.Locale.ROOT)
                                    + "'], now(), now(), 'test', '\\x01')"));
        }
    }

    @Test
    void itIsChangedPausedResumedAndRemovedAndTheRecordSaysSo() {
        String id = registered("Warehouse", "https://203.0.114.7/hook?token=abc", "cycle");
        secret(id);
        As.administrator()
                .contentType(PATCH)
                .body("{\"name\":\"Lake\"}")
                .patch(PATH + "/" + id)
                .then()
                .statusCode(428);
        As.administrator()
                .header("If-Match", "\"0\"")
                .contentType(PATCH)
                .body("{\"name\":\"Lake\"}")
                .patch(PATH + "/" + id)
                .then()
                .statusCode(412)
                .body("current.name", equalTo("Warehouse"));
        As.administrator()
                .header("If-Match", "\"1\"")
                .contentType(PATCH)
                .body("{\"name\":\"Lake\",\"schools\":[900001],\"address\":\"https://203.0.114.8/?token=xyz\"}")
                .patch(PATH + "/" + id)
                .then()
                .statusCode(200)
                .body("name", equalTo("Lake"))
                .body("kinds", contains("cycle"))
                .body("schoolNames", contains("School 900001"));
        As.administrator()
                .header("If-Match", "\"1\"")
                .post(PATH + "/" + id + "/pause")
                .then()
                .statusCode(412);
        As.administrator()
                .post(PATH + "/" + id + "/pause")
                .then()
                .statusCode(200)
                .body("status", equalTo("paused"));
        As.administrator().post(PATH + "/" + id + "/pause").then().statusCode(409);
        As.administrator()
                .post(PATH + "/" + id + "/resumption")
                .then()
                .statusCode(200)
                .body("status", equalTo("active"));
        As.administrator().post(PATH + "/" + id + "/resumption").then().statusCode(409);
        As.administrator().get(PATH).then().body("results.name", contains("Lake"));
        As.administrator().delete(PATH + "/" + id).then().statusCode(428);
        As.administrator()
                .header("If-Match", "*")
                .delete(PATH + "/" + id)
                .then()
                .statusCode(204);
        As.administrator().get(PATH + "/" + id).then().statusCode(404);
        As.administrator().get(PATH).then().body("results", hasSize(0));
        As.administrator()
                .get("/api/v1/activity?subject=webhook&subjectId=" + id)
                .then()
                .body(
                        "results.summary",
                        contains(
                                "removed the webhook Lake",
                                "resumed the webhook Lake",
                                "paused the webhook Lake",
                                "changed the webhook Lake",
                                "made a new secret of the webhook Warehouse",
                                "registered the webhook Warehouse"))
                .body("results[3].changes.field", contains("name", "address", "schools"))
                .body(not(containsString("token=")));
        As.trustLeader().get("/api/v1/activity?subject=webhook").then().body("results", hasSize(0));
    }

    @Test
    void whatIsRegisteredTwiceWithOneKeyIsOne() {
        for (int at = 0; at < 2; at++) {
            As.administrator()
                    .header("Idempotency-Key", "one")
                    .contentType(ContentType.JSON)
                    .body(wanted("Warehouse", "https://203.0.114.7/", "cycle"))
                    .post(PATH)
                    .then()
                    .statusCode(201)
                    .body("name", equalTo("Warehouse"));
        }
        As.administrator().get(PATH).then().body("results", hasSize(1));
    }
}
