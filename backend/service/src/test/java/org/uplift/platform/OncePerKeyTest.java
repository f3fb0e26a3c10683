package org.uplift.platform;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.UpliftTest;

/** What is sent twice with one key is made once. */
@UpliftTest
class OncePerKeyTest {
    private static final String CYCLE = "{\"schoolUrn\": 900001, \"academicYear\": \"2025/2026\"}";
    private static final String PRIORITY = "{\"title\": \"Reading\"}";

    @Inject
    GivenAnswers answers;

    @BeforeEach
    void aSchool() {
        Given.school(900001);
    }

    private static ValidatableResponse post(RequestSpecification as, String key, String path, String body) {
        return as.header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then();
    }

    /** Sends it twice; gives the id of what was made. */
    private static String once(Callable<RequestSpecification> as, String path, String body) throws Exception {
        ValidatableResponse first = post(as.call(), "key", path, body).statusCode(201);
        String location = first.extract().header("Location");
        post(as.call(), "key", path, body)
                .statusCode(201)
                .contentType(ContentType.JSON)
                .header("Location", location)
                .header("ETag", first.extract().header("ETag"))
                .body(equalTo(first.extract().asString()));
        return first.extract().path("id");
    }

    private static String priorities() {
        String cycle = post(As.head(900001), "cycle", "/api/v1/cycles", CYCLE)
                .extract()
                .path("id");
        return "/api/v1/cycles/" + cycle + "/priorities";
    }

    @Test
    void whatIsSentTwiceIsMadeOnceAndAnsweredAlike() throws Exception {
        String cycle = once(() -> As.head(900001), "/api/v1/cycles", CYCLE);
        String priority = once(() -> As.head(900001), "/api/v1/cycles/" + cycle + "/priorities", PRIORITY);
        once(
                () -> As.head(900001),
                "/api/v1/priorities/" + priority + "/evidence",
                "{\"kind\": \"note\", \"label\": \"Seen in a learning walk\"}");
        once(() -> As.head(900001), "/api/v1/priorities/" + priority + "/targets", """
                        {"measureCode": "KS2_RWM_EXP", "cohort": "6", "pupilGroup": "ALL", "baselineValue": 60.0,
                         "baselineDate": "2025-09-01", "targetValue": 70, "dueDate": "2026-07-31",
                         "dueAcademicYear": "2025/2026", "dueAssessmentPoint": "summer"}""");
        once(
                As::trustLeader,
                "/api/v1/schools/900001/inspections",
                "{\"framework\": \"siams\", \"inspectionType\": \"section-48\", \"startDate\": \"2024-03-10\"}");
        once(
                As::administrator,
                "/api/v1/memberships",
                "{\"personId\": \"" + Given.person("head.900001")
                        + "\", \"role\": \"school-leader\", \"scope\": \"school\", \"schoolUrn\": 900001,"
                        + " \"from\": \"2025-09-01\"}");
        once(As::administrator, "/api/v1/integrations", """
                        {"clientId": "mis-north", "name": "Northern schools", "schools": [900001],
                         "kinds": [{"kind": "pupils"}], "contactName": "Service desk",
                         "contactEmail": "support@example.org"}""");
        for (String table : List.of("cycle", "priority", "evidence", "target", "inspection", "integration")) {
            assertEquals(1, Given.number("select count(*) from " + table), table);
        }
        assertEquals(
                1, Given.number("select count(*) from membership where valid_from = date '2025-09-01'"), "membership");
        assertEquals(7, Given.number("select count(*) from activity"), "each is told once");
    }

    @Test
    void theSameBodyMayBeWrittenAnotherWay() {
        String path = priorities();
        String id = post(As.head(900001), "key", path, PRIORITY)
                .statusCode(201)
                .extract()
                .path("id");
        post(As.head(900001), "key", path, "{ \"area\": null,\n \"title\": \"Reading\" }")
                .statusCode(201)
                .body("id", equalTo(id));
    }

    @Test
    void anotherBodyIsAConflict() {
        String path = priorities();
        post(As.head(900001), "key", path, PRIORITY).statusCode(201);
        post(As.head(900001), "key", path, "{\"title\": \"Writing\"}")
                .statusCode(409)
                .body("type", equalTo("urn:uplift:problem:idempotency-key-reused"));
        As.head(900001).get(path).then().body("paging.totalResults", equalTo(1));
    }

    @Test
    void twoAtOnceMakeOneThing() throws Exception {
        String path = priorities();
        Set<String> made = new HashSet<>();
        try (var both = Executors.newFixedThreadPool(2)) {
            Callable<String> send = () -> post(As.head(900001), "key", path, PRIORITY)
                    .statusCode(201)
                    .extract()
                    .path("id");
            for (Future<String> answer : both.invokeAll(List.of(send, send))) {
                made.add(answer.get());
            }
        }
        assertEquals(1, made.size());
        assertEquals(1, Given.number("select count(*) from priority"));
    }

    @Test
    void whatWasRefusedLeavesItsKeyFree() {
        String path = priorities();
        post(As.head(900001), "key", path, "{\"title\": \"\"}").statusCode(422);
        post(As.head(900001), "key", path, PRIORITY).statusCode(201);
    }

    @Test
    void aKeyBelongsToItsPersonAndAddress() {
        String path = priorities();
        String heads = post(As.head(900001), "key", path, PRIORITY)
                .statusCode(201)
                .extract()
                .path("id");
        String leaders = post(As.trustLeader(), "key", path, PRIORITY)
                .statusCode(201)
                .extract()
                .path("id");
        assertEquals(2, Set.of(heads, leaders).size());
        post(
                        As.head(900001),
                        "key",
                        "/api/v1/priorities/" + heads + "/evidence",
                        "{\"kind\": \"note\", \"label\": \"Seen\"}")
                .statusCode(201);
        post(As.anonymous(), "key", path, PRIORITY).statusCode(401);
        post(As.inSchool("committee.900001", "committee-member", 900001), "key", path, PRIORITY)
                .statusCode(403);
        Given.school(900002);
        post(As.head(900002), "key", path, PRIORITY).statusCode(404);
    }

    @Test
    void aKeyThatIsTooLongIsRefused() {
        post(As.head(900001), "k".repeat(201), "/api/v1/cycles", CYCLE)
                .statusCode(422)
                .body("errors[0].path", equalTo("/Idempotency-Key"));
        post(As.head(900001), " ", "/api/v1/cycles", CYCLE).statusCode(400);
    }

    @Test
    void answersAreForgottenAfterADay() {
        String path = priorities();
        post(As.head(900001), "key", path, PRIORITY).statusCode(201);
        Given.run("update idempotency set asked_at = asked_at - interval '25 hours' where key = 'cycle'");
        answers.expire();
        assertEquals(1, Given.number("select count(*) from idempotency"));
    }
}
