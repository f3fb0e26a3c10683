package org.uplift.practice;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.Planned;
import org.uplift.testing.UpliftTest;

@UpliftTest
class GoodPracticeResourceTest {
    private static final String LIST = "/api/v1/good-practice";

    private String cycle;
    private String priority;
    private String evaluation;

    @BeforeEach
    void evaluated() {
        Given.school(900001, "Alder Primary", "IN_TRUST");
        Given.school(900002, "Beech Primary", "IN_TRUST");
        cycle = Planned.cycle(head(), 900001);
        priority = Planned.priority(GoodPracticeResourceTest::head, cycle, "Reading");
        Planned.stage(cycle, "EVALUATING");
        evaluation = Planned.evaluation(head(), priority, "");
    }

    private static RequestSpecification head() {
        return As.head(900001);
    }

    private ValidatableResponse publish(RequestSpecification as, String title, String area) {
        return Planned.post(
                as,
                "/api/v1/evaluations/" + evaluation + "/good-practice",
                "{\"title\":\"" + title + "\",\"what\":\"Every class reads aloud after lunch\",\"area\":\"" + area
                        + "\",\"impact\":\"Pupils finish longer books\",\"context\":\"One form of entry\"}");
    }

    private static ValidatableResponse withdraw(RequestSpecification as, String id) {
        return Planned.post(as, LIST + "/" + id + "/withdrawal", "{\"reason\":\"Another way since\"}");
    }

    @Test
    void thoseWhoMayNotAreRefused() {
        String id = publish(head(), "Reading aloud", "Reading")
                .statusCode(201)
                .extract()
                .path("id");
        publish(As.anonymous(), "x", "x").statusCode(401);
        publish(As.head(900002), "x", "x").statusCode(404);
        publish(As.inTrust("trustee", "trustee"), "x", "x").statusCode(403);
        withdraw(As.anonymous(), id).statusCode(401);
        withdraw(As.inTrust("trustee", "trustee"), id).statusCode(403);
        withdraw(As.head(900002), id).statusCode(403);
        As.anonymous().get(LIST).then().statusCode(401);
        As.user("clerk", "clerk").get(LIST).then().statusCode(403);
        As.user("newcomer", "school-leader").get(LIST).then().statusCode(200).body("results", hasSize(0));
        As.user("newcomer", "school-leader").get(LIST + "/" + id).then().statusCode(404);
    }

    @Test
    void everySchoolReadsItAndNotWhereItComesFrom() {
        String id = publish(head(), "Reading aloud", "Reading")
                .statusCode(201)
                .header("ETag", "\"0\"")
                .body("schoolName", equalTo("Alder Primary"))
                .body("cycleId", equalTo(cycle))
                .body("priorityId", equalTo(priority))
                .body("publishedBy", notNullValue())
                .extract()
                .path("id");
        for (RequestSpecification other :
                new RequestSpecification[] {As.head(900002), As.dataManager(), As.administrator()}) {
            other.get(LIST)
                    .then()
                    .statusCode(200)
                    .body("results.title", contains("Reading aloud"))
                    .body("results[0].schoolName", equalTo("Alder Primary"))
                    .body("results[0].impact", equalTo("Pupils finish longer books"))
                    .body("results[0].cycleId", nullValue())
                    .body("results[0].priorityId", nullValue())
                    .body("results[0].publishedBy", nullValue());
        }
        As.head(900002).get(LIST + "/" + id).then().statusCode(200).body("cycleId", nullValue());
        As.trustLeader().get(LIST + "/" + id).then().body("cycleId", equalTo(cycle));
    }

    @Test
    void itIsPublishedOnceUntilItIsTakenBack() {
        String id = publish(head(), "Reading aloud", "Reading")
                .statusCode(201)
                .extract()
                .path("id");
        publish(head(), "Again", "Reading").statusCode(409);
        Planned.post(head(), LIST + "/" + id + "/withdrawal", "{\"reason\":\" \"}")
                .statusCode(422);
        withdraw(head().header("If-Match", "\"9\""), id)
                .statusCode(412)
                .body("current.title", equalTo("Reading aloud"));
        withdraw(head(), id)
                .statusCode(200)
                .body("withdrawnOn", notNullValue())
                .body("withdrawalReason", equalTo("Another way since"));
        withdraw(head(), id).statusCode(409);
        As.head(900002).get(LIST).then().body("results", hasSize(0));
        As.head(900002).get(LIST + "/" + id).then().statusCode(404);
        head().get(LIST + "/" + id).then().statusCode(200);
        publish(head(), "Again", "Reading").statusCode(201);
        head().get("/api/v1/activity?subject=practice&subjectId=" + id)
                .then()
                .body(
                        "results.summary",
                        contains(
                                "retired good practice \"Reading aloud\"", "published good practice \"Reading aloud\""))
                .body("results[0].reason", equalTo("Another way since"));
        As.dataManager()
                .get("/api/v1/activity?subject=practice")
                .then()
                .statusCode(200)
                .body("results", hasSize(0));
    }

    @Test
    void whatWasNotAchievedIsNoGoodPractice() {
        head().contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body("{\"judgement\":\"not-achieved\"}")
                .patch("/api/v1/evaluations/" + evaluation)
                .then()
                .statusCode(200);
        publish(head(), "Reading aloud", "Reading").statusCode(409).body("detail", containsString("not achieved"));
    }

    @Test
    void whatIsNoGoodPracticeIsInvalid() {
        publish(head(), " ", "x").statusCode(422).body("errors[0].path", equalTo("/title"));
        publish(head(), "x".repeat(201), "x").statusCode(422);
        Planned.post(head(), "/api/v1/evaluations/" + evaluation + "/good-practice", "{\"title\":\"x\"}")
                .statusCode(422);
        head().get(LIST + "?search=" + "x".repeat(201)).then().statusCode(422);
    }

    @Test
    void itIsFoundByWordsAreaAndSchool() {
        publish(head(), "Reading aloud", "Reading").statusCode(201);
        As.head(900002).get(LIST + "?search=classes read").then().body("results", hasSize(1));
        As.head(900002).get(LIST + "?search=-aloud").then().body("results", hasSize(0));
        As.head(900002).get(LIST + "?search=\"' & | ! :* (").then().statusCode(200);
        As.head(900002).get(LIST + "?area=reading").then().body("paging.totalResults", equalTo(1));
        As.head(900002).get(LIST + "?area=maths").then().body("results", hasSize(0));
        As.head(900002).get(LIST + "?schoolUrn=900001").then().body("results", hasSize(1));
        As.head(900002).get(LIST + "?schoolUrn=900002").then().body("results", hasSize(0));
    }

    /** The second wall lets everybody read what is published, and nobody write for another school. */
    @Test
    void theSecondWallKeepsOthersFromWriting() throws Exception {
        publish(head(), "Reading aloud", "Reading").statusCode(201);
        try (var connection = Given.withoutIdentity();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try (var rows = statement.executeQuery("select count(*) from good_practice")) {
                rows.next();
                assertEquals(0, rows.getInt(1));
            }
            statement.execute("select set_config('uplift.schools', '900002', true)," + " set_config('uplift.person', '"
                    + Given.person("head.900002") + "', true)");
            try (var rows = statement.executeQuery("select count(*) from good_practice")) {
                rows.next();
                assertEquals(1, rows.getInt(1));
            }
            assertEquals(0, statement.executeUpdate("update good_practice set title = 'Mine'"));
            assertThrows(
                    SQLException.class,
                    () -> statement.execute(
                            "insert into good_practice (id, evaluation_id, school_urn, title, what, impact, publisher_id,"
                                    + " publisher, published_on, review_on) select gen_random_uuid(), evaluation_id, school_urn, 'x', 'x',"
                                    + " 'x', publisher_id, 'x', published_on, review_on from good_practice"));
        }
    }
}
