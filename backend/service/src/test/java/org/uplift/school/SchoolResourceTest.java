package org.uplift.school;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

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
                .body("results.summary", hasItem(containsString("in-trust")));
        As.head(900001).get("/api/v1/activity").then().statusCode(200).body("results", hasSize(0));
    }
}
