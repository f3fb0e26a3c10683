package org.uplift.concern;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.UpliftTest;

@UpliftTest
class ConcernDeletionsTest {
    private static final String CONCERNS = "/api/v1/concerns";

    @Inject
    ConcernDeletions deletions;

    @BeforeEach
    void school() {
        Given.school(900001);
        As.head(900001);
        As.safeguardingLead();
        Given.run("delete from concern_deletion");
    }

    private static String closed(String category, RequestSpecification as, RequestSpecification again) {
        String id = As.head(900001)
                .contentType("application/json")
                .body("{\"schoolUrn\":900001,\"category\":\"" + category
                        + "\",\"severity\":\"low\",\"title\":\"One\",\"summary\":\"As it was seen.\"}")
                .post(CONCERNS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        as.contentType("application/json")
                .body("{\"text\":\"Met them\"}")
                .post(CONCERNS + "/" + id + "/entries")
                .then()
                .statusCode(201);
        again.contentType("application/json")
                .header("If-Match", "*")
                .body("{\"outcome\":\"resolved\",\"summary\":\"All is well again, as before.\"}")
                .post(CONCERNS + "/" + id + "/closure")
                .then()
                .statusCode(200);
        return id;
    }

    private static void expire(String id) {
        Given.run("update concern set retain_until = date '2020-01-01' where id = cast(? as uuid)", id);
    }

    @Test
    void whatIsPastItsDateGoesWithAllThatBelongsToItAndAHoldKeepsIt() {
        String expired = closed("attendance", As.head(900001), As.head(900001));
        String held = closed("attendance", As.head(900001), As.head(900001));
        String kept = closed("attendance", As.head(900001), As.head(900001));
        String restricted = closed("safeguarding", As.safeguardingLead(), As.safeguardingLead());
        expire(expired);
        expire(held);
        expire(restricted);
        Given.run("update concern set legal_hold = true where id = cast(? as uuid)", held);
        deletions.run();
        As.head(900001).get(CONCERNS).then().body("results.id", containsInAnyOrder(held, kept));
        assertEquals(2, Given.number("select count(*) from concern_entry where kind = 'NOTE'"));
        assertEquals(2, Given.number("select count(*) from concern_receipt"));
        As.head(900001)
                .get("/api/v1/activity?subject=concern&subjectId=" + expired)
                .then()
                .body("results", hasSize(0));
        As.trustLeader()
                .get("/api/v1/concern-deletions")
                .then()
                .body("results.restricted", contains(false))
                .body("results.deleted", contains(1))
                .body("results.held", contains(1));
        As.safeguardingLead()
                .get("/api/v1/concern-deletions")
                .then()
                .body("results.restricted", containsInAnyOrder(false, true));
        As.head(900001).get("/api/v1/concern-deletions").then().statusCode(200).body("results", hasSize(0));
        As.anonymous().get("/api/v1/concern-deletions").then().statusCode(401);
        As.inTrust("trustee", "trustee").get("/api/v1/concern-deletions").then().statusCode(403);
        deletions.run();
        As.trustLeader().get("/api/v1/concern-deletions").then().body("results", hasSize(1));
    }

    @Test
    void anOpenOneIsNeverDeleted() {
        String id = closed("attendance", As.head(900001), As.head(900001));
        As.head(900001)
                .contentType("application/json")
                .header("If-Match", "*")
                .body("{\"reason\":\"Again\"}")
                .post(CONCERNS + "/" + id + "/reopening")
                .then()
                .statusCode(200);
        deletions.run();
        As.head(900001).get(CONCERNS).then().body("results.id", contains(id));
        As.trustLeader().get("/api/v1/concern-deletions").then().body("results", hasSize(0));
    }
}
