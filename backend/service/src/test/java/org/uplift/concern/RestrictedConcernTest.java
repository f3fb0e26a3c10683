package org.uplift.concern;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.Token;
import org.uplift.testing.UpliftTest;

@UpliftTest
class RestrictedConcernTest {
    private static final String CONCERNS = "/api/v1/concerns";

    @BeforeEach
    void schools() {
        Given.school(900001);
        Given.school(900002);
        As.head(900001);
        As.trustLeader();
        As.safeguardingLead(900001);
        As.safeguardingLead(900002);
        As.safeguardingLead();
    }

    private static RequestSpecification lead() {
        return As.safeguardingLead(900001);
    }

    private static ValidatableResponse post(RequestSpecification as, String path, String body) {
        return as.contentType("application/json").body(body).post(path).then();
    }

    private static ValidatableResponse move(RequestSpecification as, String id, String to, String body) {
        return post(as.header("If-Match", "*"), CONCERNS + "/" + id + "/" + to, body);
    }

    private static String raised(String severity) {
        return post(
                        As.head(900001),
                        CONCERNS,
                        "{\"schoolUrn\":900001,\"category\":\"safeguarding\",\"severity\":\"" + severity
                                + "\",\"title\":\"A bruise\",\"summary\":\"Seen at the swimming lesson on Tuesday.\"}")
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void isAbsent(Supplier<RequestSpecification> as, String id) {
        as.get().get(CONCERNS + "/" + id).then().statusCode(404);
        as.get().get(CONCERNS).then().statusCode(200).body("paging.totalResults", equalTo(0));
        move(as.get(), id, "severity", "{\"severity\":\"low\",\"rationale\":\"Less\"}")
                .statusCode(404);
        post(as.get(), CONCERNS + "/" + id + "/entries", "{\"text\":\"More\"}").statusCode(404);
    }

    @Test
    void itIsItsLeadsAndNobodyElses() {
        String id = raised("high");
        isAbsent(() -> As.steppedUp("head.900001", "school-leader"), id);
        isAbsent(() -> As.steppedUp("trust.leader", "trust-leader"), id);
        isAbsent(() -> As.safeguardingLead(900002), id);
        As.head(900001)
                .get("/api/v1/concern-receipts")
                .then()
                .body("results.id", contains(id))
                .body("results[0].title", nullValue());
        for (Supplier<RequestSpecification> as :
                List.<Supplier<RequestSpecification>>of(RestrictedConcernTest::lead, As::safeguardingLead)) {
            as.get()
                    .get(CONCERNS + "/" + id)
                    .then()
                    .statusCode(200)
                    .body("title", equalTo("A bruise"))
                    .body("restricted", equalTo(true))
                    .body("raisedBy", equalTo("Account head.900001"));
            as.get()
                    .get(CONCERNS)
                    .then()
                    .body("results.id", contains(id))
                    .body("results[0].title", nullValue())
                    .body("results[0].summary", nullValue());
            as.get().get("/api/v1/me/work").then().body("results.title", contains(startsWith("Restricted concern C-")));
            as.get()
                    .get("/api/v1/me/notifications")
                    .then()
                    .body("results.kind", contains("concern-raised"))
                    .body("results[0].title", equalTo("Restricted concern"));
        }
    }

    @Test
    void itOpensForWhoHasProvedAMomentAgoWhoTheyAre() {
        String id = raised("high");
        for (Token token : List.of(
                Token.of("safeguarding.900001", "safeguarding-lead"),
                Token.of("safeguarding.900001", "safeguarding-lead").with("acr", "1"),
                Token.of("safeguarding.900001", "safeguarding-lead").with("acr", "high"),
                Token.of("safeguarding.900001", "safeguarding-lead")
                        .with("acr", "2")
                        .with("auth_time", Instant.now().getEpochSecond() - 16 * 60))) {
            As.token(token.text())
                    .get(CONCERNS + "/" + id)
                    .then()
                    .statusCode(401)
                    .header("WWW-Authenticate", containsString("error=\"insufficient_user_authentication\""))
                    .header("WWW-Authenticate", containsString("acr_values=\"2\""))
                    .body("type", equalTo("urn:uplift:problem:step-up-needed"))
                    .body("acrValues", equalTo("2"));
            As.token(token.text()).get(CONCERNS).then().statusCode(200).body("results.id", contains(id));
        }
        As.head(900002).get(CONCERNS + "/" + id).then().statusCode(404);
        assertEquals(0, Given.number("select count(*) from concern_read"));
    }

    @Test
    void noBrowserKeepsWhatItRead() {
        String id = raised("high");
        for (String path : List.of("", "/entries", "/actions", "/need-to-know", "/reads", "/stages")) {
            lead().get(CONCERNS + "/" + id + path).then().statusCode(200).header("Cache-Control", equalTo("no-store"));
        }
        lead().get(CONCERNS).then().header("Cache-Control", equalTo("no-store"));
        As.head(900001).get("/api/v1/me/concern-draft").then().header("Cache-Control", equalTo("no-store"));
    }

    @Test
    void eachOpeningIsKeptAndShownToTheLead() {
        String id = raised("high");
        lead().get(CONCERNS + "/" + id).then().statusCode(200);
        lead().get(CONCERNS + "/" + id + "/entries").then().statusCode(200);
        As.safeguardingLead().get(CONCERNS + "/" + id).then().statusCode(200);
        lead().get(CONCERNS + "/" + id + "/reads")
                .then()
                .body("results.name", contains("Account safeguarding.lead", "Account safeguarding.900001"))
                .body("results[0].at", notNullValue());
    }

    @Test
    void whoNeedsToKnowIsNamedWithAReasonAndNoLonger() {
        String id = raised("high");
        String head = Given.person("head.900001").toString();
        Supplier<RequestSpecification> named = () -> As.steppedUp("head.900001", "school-leader");
        String need = post(
                        lead(),
                        CONCERNS + "/" + id + "/need-to-know",
                        "{\"personId\":\"" + head + "\",\"reason\":\"Teaches the class\"}")
                .statusCode(201)
                .extract()
                .path("id");
        post(lead(), CONCERNS + "/" + id + "/need-to-know", "{\"personId\":\"" + head + "\",\"reason\":\"Again\"}")
                .statusCode(409);
        post(
                        lead(),
                        CONCERNS + "/" + id + "/need-to-know",
                        "{\"personId\":\"" + UUID.randomUUID() + "\",\"reason\":\"Nobody\"}")
                .statusCode(422)
                .body("errors.path", contains("/personId"));
        named.get()
                .get(CONCERNS + "/" + id)
                .then()
                .statusCode(200)
                .body("title", equalTo("A bruise"))
                .body("handled", equalTo(false));
        named.get().get(CONCERNS).then().body("results.id", contains(id));
        post(named.get(), CONCERNS + "/" + id + "/entries", "{\"text\":\"Spoke with the family\"}")
                .statusCode(201);
        move(named.get(), id, "severity", "{\"severity\":\"low\",\"rationale\":\"Less\"}")
                .statusCode(403);
        for (String leads : List.of("need-to-know", "reads", "colleagues")) {
            named.get().get(CONCERNS + "/" + id + "/" + leads).then().statusCode(403);
        }
        As.trustLeader().get(CONCERNS + "/" + id).then().statusCode(404);
        lead().get(CONCERNS + "/" + id + "/need-to-know")
                .then()
                .body("results.name", contains("Account head.900001"))
                .body("results.reason", contains("Teaches the class"))
                .body("results.current", contains(true));
        post(As.anonymous(), "/api/v1/need-to-know/" + need + "/end", "{}").statusCode(401);
        post(As.safeguardingLead(900002), "/api/v1/need-to-know/" + need + "/end", "{}")
                .statusCode(404);
        post(As.trustLeader(), "/api/v1/need-to-know/" + need + "/end", "{}").statusCode(404);
        post(named.get(), "/api/v1/need-to-know/" + need + "/end", "{}").statusCode(403);
        post(lead(), "/api/v1/need-to-know/" + need + "/end", "{}")
                .statusCode(200)
                .body("current", equalTo(false));
        isAbsent(named, id);
        As.head(900001).get("/api/v1/me/notifications").then().body("results", hasSize(0));
        lead().get(CONCERNS + "/" + id + "/entries")
                .then()
                .body("results.kind", contains("need-to-know", "note", "need-to-know"));
    }

    @Test
    void whoIsNamedUntilADayIsNoLongerFromThen() {
        String id = raised("high");
        post(
                        lead(),
                        CONCERNS + "/" + id + "/need-to-know",
                        "{\"personId\":\"" + Given.person("trust.leader")
                                + "\",\"reason\":\"Stands in\",\"until\":\"2020-01-01\"}")
                .statusCode(422)
                .body("errors.path", contains("/until"));
        post(
                        lead(),
                        CONCERNS + "/" + id + "/need-to-know",
                        "{\"personId\":\"" + Given.person("trust.leader")
                                + "\",\"reason\":\"Stands in\",\"until\":\"2099-01-01\"}")
                .statusCode(201);
        As.steppedUp("trust.leader", "trust-leader")
                .get(CONCERNS + "/" + id)
                .then()
                .statusCode(200);
        Given.run("update need_to_know set valid_from = date '2020-01-01', valid_until = date '2020-01-02'");
        isAbsent(() -> As.steppedUp("trust.leader", "trust-leader"), id);
    }

    @Test
    void aLeadRestrictsWhatOthersHadAndNothingOfItStays() {
        String id = fight();
        As.trustLeader()
                .get("/api/v1/me/notifications")
                .then()
                .body("results", hasSize(1))
                .body("unread", equalTo(1));
        move(As.head(900001), id, "restriction", "{\"restricted\":true,\"reason\":\"Harm\"}")
                .statusCode(403);
        move(lead(), id, "restriction", "{\"restricted\":true,\"reason\":\"There is a history of harm\"}")
                .statusCode(200)
                .body("ownerName", equalTo("Account safeguarding.900001"));
        isAbsent(() -> As.head(900001), id);
        isAbsent(As::trustLeader, id);
        As.trustLeader()
                .get("/api/v1/me/notifications")
                .then()
                .body("results", hasSize(0))
                .body("unread", equalTo(0));
        As.trustLeader().get("/api/v1/activity?subject=concern").then().body("paging.totalResults", equalTo(0));
        lead().get("/api/v1/activity?subject=concern&subjectId=" + id)
                .then()
                .body("results.summary", hasItem("restricted the concern"));
        move(lead(), id, "restriction", "{\"restricted\":false,\"reason\":\"It was none\"}")
                .statusCode(200);
        As.trustLeader().get(CONCERNS + "/" + id).then().statusCode(200);
        String safeguarding = raised("low");
        move(lead(), safeguarding, "restriction", "{\"restricted\":false,\"reason\":\"Light\"}")
                .statusCode(409);
    }

    @Test
    void whatWasMergedIntoItBecomesRestrictedWithIt() {
        String goesOn = fight();
        String first = fight();
        String second = fight();
        move(As.head(900001), first, "merging", "{\"into\":\"" + second + "\"}").statusCode(200);
        move(As.head(900001), second, "merging", "{\"into\":\"" + goesOn + "\"}")
                .statusCode(200);
        move(lead(), goesOn, "restriction", "{\"restricted\":true,\"reason\":\"There is a history of harm\"}")
                .statusCode(200);
        for (String id : List.of(goesOn, first, second)) {
            isAbsent(() -> As.head(900001), id);
            lead().get(CONCERNS + "/" + id).then().statusCode(200).body("restricted", equalTo(true));
        }
    }

    private static String fight() {
        return post(
                        As.head(900001),
                        CONCERNS,
                        "{\"schoolUrn\":900001,\"category\":\"behaviour\",\"severity\":\"high\",\"title\":\"A fight\","
                                + "\"summary\":\"In the yard, on Tuesday after lunch.\"}")
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void aCriticalOneIsClosedByTwoLeads() {
        String id = raised("critical");
        String closing = "{\"outcome\":\"referred\",\"summary\":\"The local authority has taken it over today.\"}";
        move(lead(), id, "closure", closing)
                .statusCode(200)
                .body("status", equalTo("open"))
                .body("closingAsked", equalTo(true));
        move(lead(), id, "closure", closing).statusCode(409);
        As.safeguardingLead().get("/api/v1/me/work").then().body("results.kind", contains("concern-to-close"));
        move(As.safeguardingLead(), id, "closure", closing).statusCode(200).body("status", equalTo("closed"));
        String lowered = raised("critical");
        move(lead(), lowered, "severity", "{\"severity\":\"high\",\"rationale\":\"Less of it\"}")
                .statusCode(200);
        move(lead(), lowered, "closure", closing).body("status", equalTo("open"));
        move(As.safeguardingLead(), lowered, "closure", closing).body("status", equalTo("closed"));
        String high = raised("high");
        move(lead(), high, "closure", closing).statusCode(200).body("status", equalTo("closed"));
    }

    @Test
    void theDatabaseItselfHidesIt() throws Exception {
        String id = raised("high");
        lead().get(CONCERNS + "/" + id).then().statusCode(200);
        post(lead(), CONCERNS + "/" + id + "/entries", "{\"text\":\"Spoke with the family\"}")
                .statusCode(201);
        post(lead(), CONCERNS + "/" + id + "/actions", "{\"title\":\"Call\"}").statusCode(201);
        post(
                        lead(),
                        CONCERNS + "/" + id + "/need-to-know",
                        "{\"personId\":\"" + Given.person("head.900001") + "\",\"reason\":\"Teaches\"}")
                .statusCode(201);
        List<String> tables = List.of(
                "concern", "concern_entry", "concern_action", "concern_read", "need_to_know", "concern_receipt");
        try (var application = Given.withoutIdentity();
                var statement = application.createStatement()) {
            application.setAutoCommit(false);
            statement.execute("select set_config('uplift.trust', 'on', true), set_config('uplift.person', '"
                    + UUID.randomUUID() + "', true), set_config('uplift.today', '2026-01-01', true)");
            for (String table : tables) {
                assertEquals(1, Given.number("select least(1, count(*)) from " + table), table);
                try (var rows = statement.executeQuery("select count(*) from " + table)) {
                    rows.next();
                    assertEquals(0, rows.getInt(1), table);
                }
            }
            assertEquals(0, statement.executeUpdate("update concern set severity = 'LOW'"));
            application.rollback();
        }
    }
}
