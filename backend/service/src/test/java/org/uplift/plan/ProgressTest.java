package org.uplift.plan;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.specification.RequestSpecification;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.Planned;
import org.uplift.testing.UpliftTest;

/** What has moved in the schools since the trust looked last. */
@UpliftTest
class ProgressTest {
    private String trust;
    private String school;
    private String priority;
    private String target;

    @BeforeEach
    void plans() {
        Given.school(900001);
        trust = Planned.cycle(As.trustLeader(), 0);
        school = Planned.cycle(head(), 900001);
        priority = Planned.priority(ProgressTest::head, school, "Reading");
        target = Planned.post(
                        head(),
                        "/api/v1/priorities/" + priority + "/targets",
                        "{\"measureCode\":\"KS2_RWM_EXP\",\"cohort\":\"6\",\"pupilGroup\":\"ALL\",\"baselineValue\":60,"
                                + "\"baselineDate\":\"2025-09-01\",\"targetValue\":70,\"dueDate\":\"2027-07-31\","
                                + "\"dueAcademicYear\":\"2026/2027\",\"dueAssessmentPoint\":\"summer\"}")
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static RequestSpecification head() {
        return As.head(900001);
    }

    private String progress() {
        return "/api/v1/cycles/" + trust + "/progress";
    }

    /** A value of the school on a day. */
    private static void value(String date, String value) {
        Given.run(
                "insert into outcome (school_urn, measure_code, academic_year, assessment_point, cohort, pupil_group, source,"
                        + " value, cohort_size, coverage, result_status, dated)"
                        + " values (900001, 'KS2_RWM_EXP', 2025, 'spring', '6', 'ALL', 'computed', ?, 60, 1, 'final', ?)",
                new BigDecimal(value),
                LocalDate.parse(date));
    }

    @Test
    void thoseWhoMayNotAreRefused() {
        As.anonymous().get(progress()).then().statusCode(401);
        As.dataManager().get(progress()).then().statusCode(403);
        head().get(progress()).then().statusCode(404);
        As.trustLeader().get("/api/v1/cycles/" + school + "/progress").then().statusCode(409);
        As.trustLeader().get(progress() + "?since=soon").then().statusCode(422);
        As.inTrust("trustee", "trustee").get(progress()).then().statusCode(200);
    }

    @Test
    void withoutACheckpointOfTheTrustItIsThirtyDays() {
        As.trustLeader()
                .get(progress())
                .then()
                .statusCode(200)
                .body("since", equalTo(LocalDate.now().minusDays(30).toString()))
                .body("targets", hasSize(0))
                .body("actionsDone", equalTo(0))
                .body("checkpoints", equalTo(0));
    }

    @Test
    void aTargetThatStandsOtherwiseHasMoved() {
        value("2026-03-01", "64");
        As.trustLeader()
                .get(progress() + "?since=2026-01-15")
                .then()
                .statusCode(200)
                .body("targets.targetId", contains(target))
                .body("targets[0].before", equalTo("no-data"))
                .body("targets[0].status", equalTo("on-track"))
                .body("targets[0].schoolUrn", equalTo(900001))
                .body("targets[0].statusReason", startsWith("Reading, writing and maths"));
        As.trustLeader().get(progress() + "?since=2026-04-15").then().body("targets", hasSize(0));
    }

    @Test
    void whatWasDoneSinceIsCounted() {
        String action = Planned.action(head(), priority, "Teach inference");
        Planned.post(head(), "/api/v1/actions/" + action + "/updates", "{\"text\":\"Done\",\"status\":\"done\"}")
                .statusCode(201);
        String tomorrow = LocalDate.now().plusDays(1).toString();
        As.trustLeader().get(progress()).then().body("actionsDone", equalTo(1));
        As.trustLeader().get(progress() + "?since=" + tomorrow).then().body("actionsDone", equalTo(0));
    }
}
