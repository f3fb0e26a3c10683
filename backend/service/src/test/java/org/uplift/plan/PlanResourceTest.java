package org.uplift.plan;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.Planned;
import org.uplift.testing.UpliftTest;

@UpliftTest
class PlanResourceTest {
    @Inject
    SessionFactory sessions;

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

    private long statements() {
        Statistics statistics = sessions.getStatistics();
        statistics.setStatisticsEnabled(true);
        statistics.clear();
        head().get("/api/v1/cycles/" + cycle + "/plan").then().statusCode(200);
        return statistics.getPrepareStatementCount();
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

    @Test
    void aLargePlanTakesAsManyStatementsAsASmallOne() {
        long few = statements();
        String[] groups = {"ALL", "MALE", "FEMALE"};
        for (int at = 0; at < 6; at++) {
            String priority = Planned.priority(PlanResourceTest::head, cycle, "Priority " + at);
            Planned.post(
                            head(),
                            "/api/v1/priorities/" + priority + "/milestones",
                            "{\"milestone\":\"A corner in every class\",\"dueDate\":\"2026-03-31\"}")
                    .statusCode(201);
            for (String group : groups) {
                Planned.target(head(), priority, group);
                String action = Planned.post(
                                head(),
                                "/api/v1/priorities/" + priority + "/actions",
                                "{\"title\":\"Led by a person\",\"leadPersonId\":\""
                                        + Given.person("lead " + at + group) + "\"}")
                        .statusCode(201)
                        .extract()
                        .path("id");
                Planned.post(head(), "/api/v1/actions/" + action + "/updates", "{\"text\":\"Begun\"}")
                        .statusCode(201);
            }
        }
        assertEquals(few, statements());
        head().get("/api/v1/cycles/" + cycle + "/plan")
                .then()
                .body("priorities", hasSize(7))
                .body("priorities[6].milestones", hasSize(1));
    }
}
