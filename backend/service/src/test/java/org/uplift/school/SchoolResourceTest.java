package org.uplift.school;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.UpliftTest;

@UpliftTest
class SchoolResourceTest {
    @BeforeEach
    void schools() {
        Given.school(900001, "Alder Primary", "IN_TRUST");
        Given.school(900002, "beech Primary", "IN_TRUST");
        Given.school(900003, "Cedar Primary", "REGISTER");
    }

    @Test
    void anonymousIsRefused() {
        As.anonymous()
                .get("/api/v1/schools")
                .then()
                .statusCode(401)
                .body("type", equalTo("urn:uplift:problem:unauthenticated"));
        As.anonymous().get("/api/v1/schools/900001").then().statusCode(401);
    }

    @Test
    void aRoleWithoutTheRightIsRefused() {
        As.inTrust("clerk", "clerk").get("/api/v1/schools").then().statusCode(403);
        As.inTrust("clerk", "clerk").get("/api/v1/schools/900001").then().statusCode(403);
    }

    @Test
    void aHeadSeesTheirSchoolOnly() {
        As.head(900001)
                .get("/api/v1/schools")
                .then()
                .statusCode(200)
                .body("results.urn", contains(900001))
                .body("paging.totalResults", equalTo(1));
        As.head(900001).get("/api/v1/schools/900001").then().statusCode(200).body("name", equalTo("Alder Primary"));
        As.head(900001).get("/api/v1/schools/900002").then().statusCode(404);
        As.head(900001).get("/api/v1/schools/999999").then().statusCode(404);
    }

    @Test
    void aRoleWithoutMembershipSeesNothing() {
        As.user("nobody", "school-leader")
                .get("/api/v1/schools")
                .then()
                .statusCode(200)
                .body("results", hasSize(0));
        As.user("nobody", "school-leader").get("/api/v1/schools/900001").then().statusCode(404);
    }

    @Test
    void theListIsSearchedFilteredSortedAndPaged() {
        As.trustLeader()
                .get("/api/v1/schools")
                .then()
                .statusCode(200)
                .body("results.urn", contains(900001, 900002, 900003));
        As.trustLeader().get("/api/v1/schools?search=BEECH").then().body("results.urn", contains(900002));
        As.trustLeader().get("/api/v1/schools?search=900003").then().body("results.urn", contains(900003));
        As.trustLeader().get("/api/v1/schools?search=%25").then().body("results", hasSize(0));
        As.trustLeader().get("/api/v1/schools?status=register").then().body("results.urn", contains(900003));
        As.trustLeader()
                .get("/api/v1/schools?sort=urn&pageSize=1&page=2")
                .then()
                .body("results.urn", contains(900002))
                .body("paging.totalPages", equalTo(3));
        As.trustLeader()
                .get("/api/v1/schools?pageSize=201")
                .then()
                .statusCode(422)
                .body("errors.path", hasItem("/pageSize"));
        As.trustLeader()
                .get("/api/v1/schools?sort=colour")
                .then()
                .statusCode(422)
                .body("errors[0].path", equalTo("/sort"));
        As.trustLeader().get("/api/v1/schools?page=x").then().statusCode(422).body("errors[0].path", equalTo("/page"));
    }

    @Test
    void theLargestComesFirstAndWhatIsNotKnownLast() {
        Given.run("update school set number_on_roll = null where urn = 900001");
        Given.run("update school set number_on_roll = 350 where urn = 900003");
        As.trustLeader()
                .get("/api/v1/schools?sort=number-on-roll")
                .then()
                .body("results.urn", contains(900003, 900002, 900001));
    }

    @Test
    void aSchoolIsReadWithItsLinksAndItsIntake() {
        Given.run("insert into school_link (school_urn, linked_urn, kind, since) values"
                + " (900001, 900008, 'PREDECESSOR', null), (900001, 900009, 'SUCCESSOR', '2024-09-01')");
        Given.run(
                "insert into school_context (school_urn, academic_year, number_on_roll, free_meals_percent, eal_percent)"
                        + " values (900001, 2024, null, null, 18.5), (900001, 2025, 203, 17, null)");
        As.head(900001)
                .get("/api/v1/schools/900001")
                .then()
                .statusCode(200)
                .body("laEstab", equalTo("9362001"))
                .body("joinedOn", equalTo("2020-09-01"))
                .body("links.urn", contains(900009, 900008))
                .body("links.kind", contains("successor", "predecessor"))
                .body("links[0].date", equalTo("2024-09-01"))
                .body("links[1]", not(hasKey("date")))
                .body("context.academicYear", contains("2025/2026", "2024/2025"))
                .body("context[0].numberOnRoll", equalTo(203))
                .body("context[0].freeMealsPercent", equalTo(17.00f))
                .body("context[0]", not(hasKey("ealPercent")))
                .body("context[1].ealPercent", equalTo(18.50f))
                .body("context[1]", not(hasKey("numberOnRoll")));
        As.head(900002)
                .get("/api/v1/schools/900002")
                .then()
                .body("links", hasSize(0))
                .body("context", hasSize(0));
    }

    @Test
    void aChangeMayBeMadeOnTheTagOfAReadAndIsSeenByTheNext() {
        String tag =
                As.trustLeader().get("/api/v1/schools/900003").then().extract().header("ETag");
        As.trustLeader()
                .contentType("application/merge-patch+json")
                .header("If-Match", tag)
                .body("{\"status\":\"in-trust\",\"joinedOn\":\"2026-09-01\"}")
                .patch("/api/v1/schools/900003")
                .then()
                .statusCode(200)
                .body("joinedOn", equalTo("2026-09-01"));
        As.trustLeader()
                .header("If-None-Match", tag)
                .get("/api/v1/schools/900003")
                .then()
                .statusCode(200)
                .body("version", equalTo(1));
    }

    @Test
    void aReadThatHasNotChangedIsNotSentAgain() {
        String tag = As.trustLeader()
                .get("/api/v1/schools/900001")
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        As.trustLeader()
                .header("If-None-Match", tag)
                .get("/api/v1/schools/900001")
                .then()
                .statusCode(304);
    }

    @Test
    void thePlaceInTheTrustIsChangedOnThePresentVersionOnly() {
        String change = "{\"status\":\"in-trust\",\"joinedOn\":\"2026-09-01\"}";
        var patch = "application/merge-patch+json";
        As.trustLeader()
                .contentType(patch)
                .body(change)
                .patch("/api/v1/schools/900003")
                .then()
                .statusCode(428);
        As.trustLeader()
                .contentType(patch)
                .header("If-Match", "\"7\"")
                .body(change)
                .patch("/api/v1/schools/900003")
                .then()
                .statusCode(412)
                .body("current.urn", equalTo(900003));
        As.trustLeader()
                .contentType(patch)
                .header("If-Match", "\"0\"")
                .body("{\"status\":\"left\"}")
                .patch("/api/v1/schools/900001")
                .then()
                .statusCode(422)
                .body("errors[0].path", equalTo("/leftOn"));
        As.trustLeader()
                .contentType(patch)
                .header("If-Match", "\"0\"")
                .body("{\"name\":\"Other\"}")
                .patch("/api/v1/schools/900001")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("unknown-field"));
        As.trustLeader()
                .contentType(patch)
                .header("If-Match", "\"0\"")
                .body(change)
                .patch("/api/v1/schools/900003")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("status", equalTo("in-trust"));
        As.head(900001)
                .contentType(patch)
                .header("If-Match", "\"0\"")
                .body(change)
                .patch("/api/v1/schools/900001")
                .then()
                .statusCode(403);
        As.trustLeader()
                .get("/api/v1/activity?schoolUrn=900003")
                .then()
                .statusCode(200)
                .body("results.summary", hasItem(equalTo("said that the school is in the trust")));
        As.head(900001).get("/api/v1/activity").then().statusCode(200).body("results", hasSize(0));
    }
}
