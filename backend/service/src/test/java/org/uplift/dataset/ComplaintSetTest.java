package org.uplift.dataset;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.UpliftTest;

/** Complaints as numbers: small ones for nobody, restricted concerns in none. */
@UpliftTest
class ComplaintSetTest {
    private static final String CONCERNS = "/api/v1/concerns";

    @BeforeEach
    void givenASchool() {
        Given.school(900001);
    }

    @Test
    void oneToFiveAreHiddenFromEverybody() {
        for (int number = 0; number < 5; number++) {
            complaint();
        }
        for (RequestSpecification who : new RequestSpecification[] {analyst(), As.head(900001), As.trustLeader()}) {
            ask(who).body("results", hasSize(1))
                    .body("results.begun", contains("c"))
                    .body("results.ended", contains("c"));
        }
        String sixth = complaint();
        ask(analyst()).body("results.begun", contains("6")).body("results.ended", contains("0"));
        end(sixth);
        ask(analyst()).body("results.begun", contains("6")).body("results.ended", contains("c"));
        As.inTrust("system.leader", "system-leader")
                .get("/api/v1/data-sets/complaints")
                .then()
                .statusCode(404);
    }

    @Test
    void aRestrictedConcernIsCountedForNobody() {
        for (int number = 0; number < 6; number++) {
            complaint();
        }
        String before = ask(analyst()).extract().asString();
        String restricted = complaint();
        ask(analyst()).body("results.begun", contains("7"));
        As.safeguardingLead(900001)
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body("{\"restricted\": true, \"reason\": \"It is about a child\"}")
                .post(CONCERNS + "/" + restricted + "/restriction")
                .then()
                .statusCode(200);
        assertEquals(before, ask(analyst()).extract().asString());
        As.inSchool("safeguarding.900001", "analyst", 900001);
        ask(As.steppedUp("safeguarding.900001", "safeguarding-lead", "analyst"))
                .body("results.begun", contains(equalTo("6")));
    }

    private static String complaint() {
        String id = post(
                        CONCERNS,
                        "{\"schoolUrn\":900001,\"category\":\"parent-complaint\",\"severity\":\"low\",\"title\":\"A call\","
                                + "\"raisedOn\":\"2025-10-13\",\"summary\":\"It was not returned for nine days.\"}")
                .statusCode(201)
                .extract()
                .path("id");
        post(CONCERNS + "/" + id + "/stages", "{\"stage\":\"formal\",\"begunOn\":\"2025-10-14\"}")
                .statusCode(201);
        return id;
    }

    private static void end(String complaint) {
        Given.run(
                "update concern_stage set ended_on = date '2025-11-10', outcome_code = (select min(code) from concern_outcome),"
                        + " record = '\\x01' where concern_id = '" + complaint + "'");
    }

    private static ValidatableResponse post(String path, String body) {
        return As.head(900001)
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then();
    }

    private static RequestSpecification analyst() {
        return As.inTrust("analyst", "analyst");
    }

    private static ValidatableResponse ask(RequestSpecification who) {
        return who.contentType(ContentType.JSON)
                .body("{}")
                .post("/api/v1/data-sets/complaints/query")
                .then()
                .statusCode(200);
    }
}
