package org.uplift.work;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.Planned;
import org.uplift.testing.UpliftTest;

@UpliftTest
class WorkResourceTest {
    private static final LocalDate TODAY = LocalDate.now();

    @Inject
    SessionFactory sessions;

    private String cycle;
    private String priority;

    @BeforeEach
    void plan() {
        Given.school(900001, "Alder Primary", "IN_TRUST");
        Given.school(900002, "Beech Primary", "IN_TRUST");
        cycle = Planned.cycle(head(), 900001);
        priority = Planned.priority(WorkResourceTest::head, cycle, "Reading");
    }

    private static RequestSpecification head() {
        return Planned.headteacher(900001);
    }

    private static RequestSpecification deputy() {
        return As.inSchool("deputy.900001", "school-leader", 900001);
    }

    private static ValidatableResponse work(RequestSpecification as) {
        return as.get("/api/v1/me/work").then().statusCode(200);
    }

    private String action(String title, String username, LocalDate due) {
        return Planned.post(
                        head(),
                        "/api/v1/priorities/" + priority + "/actions",
                        "{\"title\":\"" + title + "\",\"leadPersonId\":\"" + Given.person(username) + "\""
                                + (due == null ? "" : ",\"dueOn\":\"" + due + "\"") + "}")
                .statusCode(201)
                .extract()
                .path("id");
    }

    private String draft(RequestSpecification as, String title, LocalDate planned) {
        return Planned.post(
                        as,
                        "/api/v1/checkpoints",
                        "{\"cycleId\":\"" + cycle + "\",\"type\":\"book-look\",\"title\":\"" + title
                                + "\",\"plannedOn\":\"" + planned + "\"}")
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** One that is off track on its latest actual. */
    private String target(String group, int pupils) {
        String id = Planned.post(
                        head(),
                        "/api/v1/priorities/" + priority + "/targets",
                        "{\"measureCode\":\"KS2_RWM_EXP\",\"cohort\":\"6\",\"pupilGroup\":\"" + group
                                + "\",\"baselineValue\":60,\"baselineDate\":\"" + TODAY.minusDays(200)
                                + "\",\"targetValue\":80,\"dueDate\":\"" + TODAY.plusDays(200)
                                + "\"}")
                .statusCode(201)
                .extract()
                .path("id");
        Given.run(
                "insert into outcome (school_urn, measure_code, academic_year, assessment_point, cohort, pupil_group, source,"
                        + " value, cohort_size, coverage, result_status, dated)"
                        + " values (900001, 'KS2_RWM_EXP', 2025, 'spring', '6', ?, 'computed', ?, ?, 1, 'final', ?)",
                group,
                new BigDecimal("55"),
                pupils,
                TODAY.minusDays(1));
        return id;
    }

    private long statements() {
        Statistics statistics = sessions.getStatistics();
        statistics.setStatisticsEnabled(true);
        statistics.clear();
        work(head());
        return statistics.getPrepareStatementCount();
    }

    @Test
    void nothingWaitsForWhoHasNothingToDo() {
        As.anonymous().get("/api/v1/me/work").then().statusCode(401);
        As.mis(900001).get("/api/v1/me/work").then().statusCode(403);
        for (RequestSpecification idle : new RequestSpecification[] {
            As.inTrust("analyst", "analyst"), As.inTrust("clerk", "clerk"), As.administrator(), As.head(900002)
        }) {
            work(idle).body("results", hasSize(0)).body("counts", hasSize(0)).body("complete", equalTo(true));
        }
    }

    @Test
    void whatIsOverdueComesFirstThenByDayWithoutADayLast() {
        action("Whenever", "head.900001", null);
        action("Soon", "head.900001", TODAY.plusDays(3));
        String late = action("Late", "head.900001", TODAY.minusDays(1));
        action("Today", "head.900001", TODAY);
        deputy();
        action("Another's", "deputy.900001", TODAY);
        work(head())
                .body("results.title", contains("Late", "Today", "Soon", "Whenever"))
                .body("results.overdue", contains(true, false, false, false))
                .body("results[0].kind", equalTo("action"))
                .body("results[0].status", equalTo("planned"))
                .body("results[0].reason", equalTo("Nothing was reported yet."))
                .body("results[0].schoolName", equalTo("Alder Primary"))
                .body("results[0].subject.id", equalTo(late))
                .body("results[0].subject.cycleId", equalTo(cycle))
                .body("results[3].dueOn", nullValue())
                .body("counts.kind", contains("action"))
                .body("counts[0].items", equalTo(4))
                .body("counts[0].overdue", equalTo(1));
        Planned.post(head(), "/api/v1/actions/" + late + "/updates", "{\"text\":\"Done\",\"status\":\"done\"}")
                .statusCode(201);
        work(head()).body("results.title", contains("Today", "Soon", "Whenever"));
    }

    @Test
    void checkpointsWaitForWhoRecordsThemAndThenForWhoSigns() {
        draft(head(), "Far away", TODAY.plusDays(15));
        String near = draft(head(), "In two weeks", TODAY.plusDays(14));
        String held = draft(head(), "Held", TODAY.minusDays(2));
        draft(deputy(), "Another's", TODAY);
        work(head())
                .body("results.title", contains("Book look: Held", "Book look: In two weeks"))
                .body("results.kind", contains("checkpoint-to-record", "checkpoint-to-record"))
                .body("results[0].overdue", equalTo(true))
                .body("results[1].subject.id", equalTo(near));
        Given.run(
                "update checkpoint set status = 'SUBMITTED', held_on = planned_on where id = ?", UUID.fromString(held));
        work(deputy())
                .body("results.title", hasItem("Book look: Held"))
                .body(
                        "results.find { it.kind == 'checkpoint-to-sign' }.reason",
                        containsString("waits for your signature"));
        Planned.post(deputy(), "/api/v1/checkpoints/" + held + "/sign-off", "{}")
                .statusCode(200);
        work(deputy()).body("results.title", not(hasItem("Book look: Held")));
        work(As.inSchool("member", "committee-member", 900001)).body("results", hasSize(0));
        work(As.head(900002)).body("results", hasSize(0));
    }

    @Test
    void anApprovalWaitsForWhoDecides() {
        As.trustLeader();
        String asked = Planned.complete(() -> Planned.headteacher(900002), 900002);
        Planned.post(
                        Planned.headteacher(900002),
                        "/api/v1/cycles/" + asked + "/approval-request",
                        "{\"comment\":\"Agreed\"}")
                .statusCode(200);
        work(As.trustLeader())
                .body("results.kind", contains("approval"))
                .body("results.title", contains("Beech Primary, 2025/2026"))
                .body("results[0].reason", containsString("Account head.900002 asked for approval"))
                .body("results[0].subject.id", equalTo(asked));
        work(Planned.headteacher(900002)).body("results", hasSize(0));
    }

    @Test
    void aTargetInTroubleWaitsForWhoLeadsIt() {
        String id = target("ALL", 30);
        work(head())
                .body("results.kind", contains("target-off-track"))
                .body("results[0].status", equalTo("off-track"))
                .body("results[0].reason", containsString("short by"))
                .body("results[0].subject.id", equalTo(id));
        work(deputy()).body("results", hasSize(0));
        work(As.trustLeader()).body("results", hasSize(0));
        As.trustLeader();
        head().header("If-Match", "*")
                .contentType("application/merge-patch+json")
                .body("{\"leadPersonId\":\"" + Given.person("trust.leader") + "\",\"leadRole\":null}")
                .patch("/api/v1/priorities/" + priority)
                .then()
                .statusCode(200);
        work(As.trustLeader()).body("results.kind", contains("target-off-track"));
        Planned.post(
                        head().header("If-Match", "*"),
                        "/api/v1/targets/" + id + "/end",
                        "{\"reason\":\"Another measure\"}")
                .statusCode(200);
        work(head()).body("results", hasSize(0));
    }

    /** Who may not see the pupils learns nothing of a small cell, not even that it is in trouble. */
    @Test
    void aSuppressedTargetIsNotInTroubleForWhoMayNotSeeIt() {
        target("EHCP", 3);
        As.inSchool("walker", "system-leader", 900001);
        head().header("If-Match", "*")
                .contentType("application/merge-patch+json")
                .body("{\"leadPersonId\":\"" + Given.person("walker") + "\",\"leadRole\":null}")
                .patch("/api/v1/priorities/" + priority)
                .then()
                .statusCode(200);
        work(head()).body("results.kind", contains("target-off-track"));
        work(As.inSchool("walker", "system-leader", 900001)).body("results", hasSize(0));
    }

    @Test
    void rowsInQuarantineWaitForWhoLooksAfterTheData() {
        UUID job = UUID.randomUUID();
        Given.run(
                "insert into ingest_job (id, person_id, actor, idempotency_key, kind, request_hash, dry_run, status, started_at)"
                        + " values (?, ?, 'x', 'x', 'x', '\\x01', false, 'COMPLETED', now())",
                job,
                Given.person("data.manager"));
        for (int row = 0; row < 2; row++) {
            Given.run(
                    "insert into quarantine (id, kind, fingerprint, job_id, line, school_urn, qualifier, cells, code,"
                            + " message, received_at) values (?, 'x', ?, ?, 0, 900001, '', '{}', 'x', 'x', now())",
                    UUID.randomUUID(),
                    new byte[] {(byte) row},
                    job);
        }
        work(As.dataManager())
                .body("results.kind", contains("quarantine"))
                .body("results[0].title", equalTo("2 rows wait in quarantine"))
                .body("results[0].subject", nullValue());
        work(As.inSchool("data.900002", "data-manager", 900002)).body("results", hasSize(0));
    }

    @Test
    void nothingOfAClosedCycleWaits() {
        action("Late", "head.900001", TODAY.minusDays(1));
        draft(head(), "Held", TODAY);
        target("ALL", 30);
        Given.run("update cycle set stage = 'CLOSED'");
        work(head()).body("results", hasSize(0));
    }

    @Test
    void muchTakesAsManyStatementsAsLittle() {
        action("One", "head.900001", TODAY);
        draft(head(), "One", TODAY);
        target("ALL", 30);
        long few = statements();
        for (String group : new String[] {"MALE", "FEMALE", "DISADVANTAGED"}) {
            action("Another " + group, "head.900001", TODAY);
            draft(head(), "Another " + group, TODAY);
            priority = Planned.priority(WorkResourceTest::head, cycle, "Priority " + group);
            target(group, 30);
        }
        assertEquals(few, statements());
        work(head()).body("results", hasSize(12));
    }
}
