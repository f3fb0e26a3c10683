package org.uplift.term;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.UpliftTest;

@UpliftTest
class BankHolidayResourceTest {
    private static final String LIST = "/api/v1/bank-holidays";

    /** They come with the schema and stay from test to test. */
    @AfterEach
    void asTheyCome() {
        Given.run("delete from bank_holiday where day > '2028-12-31'");
    }

    private static ValidatableResponse add(RequestSpecification as, String date, String label) {
        return as.contentType("application/json")
                .body("{\"date\": \"" + date + "\", \"label\": \"" + label + "\"}")
                .post(LIST)
                .then();
    }

    @Test
    void thoseWhoMayNotAreRefused() {
        As.anonymous().get(LIST).then().statusCode(401);
        As.user("stranger", "offline_access").get(LIST).then().statusCode(403);
        add(As.anonymous(), "2029-01-01", "New Year's Day").statusCode(401);
        add(As.trustLeader(), "2029-01-01", "New Year's Day").statusCode(403);
        As.anonymous().delete(LIST + "/2028-12-25").then().statusCode(401);
        As.trustLeader().delete(LIST + "/2028-12-25").then().statusCode(403);
    }

    @Test
    void everyRoleReadsThoseOfAYear() {
        As.user("a.clerk", "clerk")
                .queryParam("academicYear", "2026/2027")
                .get(LIST)
                .then()
                .statusCode(200)
                .body(
                        "results.date",
                        contains(
                                "2026-12-25",
                                "2026-12-28",
                                "2027-01-01",
                                "2027-03-26",
                                "2027-03-29",
                                "2027-05-03",
                                "2027-05-31",
                                "2027-08-30"))
                .body("results[1].label", equalTo("Boxing Day (substitute day)"));
        As.user("a.clerk", "clerk").get(LIST).then().statusCode(200);
        As.user("a.clerk", "clerk")
                .queryParam("academicYear", "x")
                .get(LIST)
                .then()
                .statusCode(422);
    }

    @Test
    void theAdministratorAddsOneAndTakesItAway() {
        add(As.administrator().header("Idempotency-Key", "new-year"), "2029-01-01", " New Year's Day ")
                .statusCode(201)
                .header("Location", containsString("/bank-holidays/2029-01-01"))
                .body("label", equalTo("New Year's Day"));
        add(As.administrator().header("Idempotency-Key", "new-year"), "2029-01-01", " New Year's Day ")
                .statusCode(201)
                .header("ETag", "\"0\"");
        add(As.administrator(), "2029-01-01", "Again").statusCode(409);
        As.administrator()
                .queryParam("academicYear", "2028/2029")
                .get(LIST)
                .then()
                .body("results.date", hasItem("2029-01-01"));
        As.administrator().delete(LIST + "/2029-01-01").then().statusCode(204);
        As.administrator().delete(LIST + "/2029-01-01").then().statusCode(404);
        As.administrator().delete(LIST + "/someday").then().statusCode(404);
        As.administrator()
                .queryParam("subject", "term-dates")
                .queryParam("subjectId", "2028/2029")
                .get("/api/v1/activity")
                .then()
                .body(
                        "results.summary",
                        contains(
                                "took away the bank holiday New Year's Day on 1 January 2029",
                                "added the bank holiday New Year's Day on 1 January 2029"));
    }

    @Test
    void whatIsNoBankHolidayIsInvalid() {
        add(As.administrator(), "2029-01-06", "Saturday")
                .statusCode(422)
                .body("errors[0].path", equalTo("/date"))
                .body("errors[0].code", equalTo("weekend"));
        add(As.administrator(), "2029-01-01", " ").statusCode(422).body("errors[0].path", equalTo("/label"));
        As.administrator()
                .contentType("application/json")
                .body("{\"label\": \"x\"}")
                .post(LIST)
                .then()
                .statusCode(422)
                .body("errors", hasSize(1));
    }
}
