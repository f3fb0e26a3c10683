package org.uplift.plan;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.Planned;
import org.uplift.testing.UpliftTest;

@UpliftTest
class PlanResourceTest {
    private String cycle;

    @BeforeEach
    void plan() {
        Given.school(900001, "Alder Primary", "IN_TRUST");
        Given.school(900002, "Beech Primary", "IN_TRUST");
        cycle = Planned.complete(PlanResourceTest::head, 900001);
    }

    private static RequestSpecification head() {
        return As.head(900001);
    }

    @Test
    void aPlanIsReadAtOnceWithItsTargetsAndActions() {
        head().get("/api/v1/cycles/" + cycle + "/plan")
                .then()
                .statusCode(200)
                .body("priorities.priority.title", contains("Reading"))
                .body("priorities[0].targets.status", contains("no-data"))
                .body("priorities[0].actions.title", contains("Teach inference"))
                .body("priorities[0].actions[0].overdue", equalTo(true));
        As.anonymous().get("/api/v1/cycles/" + cycle + "/plan").then().statusCode(401);
        As.head(900002).get("/api/v1/cycles/" + cycle + "/plan").then().statusCode(404);
        As.dataManager().get("/api/v1/cycles/" + cycle + "/plan").then().statusCode(403);
    }
}
