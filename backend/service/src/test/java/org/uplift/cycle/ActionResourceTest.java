package org.uplift.cycle;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.Planned;
import org.uplift.testing.UpliftTest;

@UpliftTest
class ActionResourceTest {
    private static final String PATCH = "application/merge-patch+json";

    private String cycle;
    private String priority;

    @BeforeEach
    void plan() {
        Given.school(900001, "Alder Primary", "IN_TRUST");
        Given.school(900002, "Beech Primary", "IN_TRUST");
        cycle = Planned.cycle(As.head(900001), 900001);
        priority = Planned.priority(() -> As.head(900001), cycle, "Reading");
    }

    private String list() {
        return "/api/v1/priorities/" + priority + "/actions";
    }

    private String action() {
        return Planned.action(As.head(900001), priority, "Teach inference");
    }

    private static ValidatableResponse patch(RequestSpecification as, String id, int version, String body) {
        return as.header("If-Match", "\"" + version + "\"")
                .contentType(PATCH)
                .body(body)
                .patch("/api/v1/actions/" + id)
                .then();
    }

    private static ValidatableResponse report(RequestSpecification as, String id, String body) {
        return Planned.post(as, "/api/v1/actions/" + id + "/updates", body);
    }

    private static ValidatableResponse end(RequestSpecification as, String id, String body) {
        return Planned.post(as.header("If-Match", "*"), "/api/v1/actions/" + id + "/end", body);
    }

    @Test
    void aTitleIsEnoughToBeginWith() {
        Planned.post(As.head(900001), list(), "{\"title\":\" Teach inference \"}")
                .statusCode(201)
                .header("ETag", "\"0\"")
                .header("Location", containsString("/api/v1/actions/"))
                .body("title", equalTo("Teach inference"))
                .body("status", equalTo("planned"))
                .body("priorityTitle", equalTo("Reading"))
                .body("cycleId", equalTo(cycle))
                .body("schoolName", equalTo("Alder Primary"))
                .body("overdue", equalTo(false))
                .body("updates", equalTo(0))
                .body("dueOn", nullValue());
        As.head(900001).get(list()).then().statusCode(200).body("results", hasSize(1));
    }

    @Test
    void whatIsNotAnActionIsInvalid() {
        for (String[] wrong : new String[][] {
            {"{\"title\":\" \"}", "/title"},
            {"{\"title\":\"x\",\"cost\":-1}", "/cost"},
            {"{\"title\":\"x\",\"cost\":1.234}", "/cost"},
            {"{\"title\":\"x\",\"startsOn\":\"2025-10-02\",\"dueOn\":\"2025-10-01\"}", "/dueOn"},
            {"{\"title\":\"x\",\"dueOn\":\"31/02/2026\"}", "/dueOn"},
            {"{\"title\":\"x\",\"leadPersonId\":\"" + UUID.randomUUID() + "\"}", "/leadPersonId"},
            {"{\"title\":\"x\",\"carryForward\":\"perhaps\"}", "/carryForward"},
            {"{\"title\":\"x\",\"status\":\"done\"}", "/status"}
        }) {
            Planned.post(As.head(900001), list(), wrong[0]).statusCode(422).body("errors[0].path", equalTo(wrong[1]));
        }
    }

    @Test
    void othersSeeNothingOfItAndReadersDoNotChangeIt() {
        String id = action();
        As.anonymous().get("/api/v1/actions/" + id).then().statusCode(401);
        As.dataManager().get("/api/v1/actions").then().statusCode(403);
        As.head(900002).get("/api/v1/actions/" + id).then().statusCode(404);
        As.head(900002).get("/api/v1/actions").then().statusCode(200).body("results", hasSize(0));
        As.head(900002).get(list()).then().statusCode(404);
        report(As.head(900002), id, "{\"text\":\"x\"}").statusCode(404);
        RequestSpecification member = As.inSchool("member", "committee-member", 900001);
        member.get("/api/v1/actions/" + id).then().statusCode(200);
        report(As.inSchool("member", "committee-member", 900001), id, "{\"text\":\"x\"}")
                .statusCode(403);
        Given.schoolMembership("both", "system-leader", 900001);
        Given.schoolMembership("both", "school-leader", 900002);
        report(As.user("both", "system-leader", "school-leader"), id, "{\"text\":\"x\"}")
                .statusCode(403);
    }

    @Test
    void theStatusIsReportedAndNeverTyped() {
        String id = action();
        patch(As.head(900001), id, 0, "{\"status\":\"done\"}")
                .statusCode(422)
                .body("errors[0].code", equalTo("unknown-field"));
        report(As.head(900001), id, "{\"text\":\"First session held\",\"status\":\"under-way\"}")
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("author", equalTo("Account head.900001"))
                .body("status", equalTo("under-way"));
        report(As.head(900001), id, "{\"text\":\"Second session held\"}")
                .statusCode(201)
                .body("status", nullValue());
        report(As.head(900001), id, "{\"text\":\"All held\",\"status\":\"done\"}")
                .statusCode(201);
        As.head(900001)
                .get("/api/v1/actions/" + id)
                .then()
                .body("status", equalTo("done"))
                .body("doneOn", equalTo(LocalDate.now().toString()))
                .body("overdue", equalTo(false))
                .body("updates", equalTo(3))
                .body("latestUpdate.text", equalTo("All held"));
        As.head(900001)
                .get("/api/v1/actions/" + id + "/updates")
                .then()
                .body("results.text", contains("All held", "Second session held", "First session held"));
        As.head(900001)
                .get("/api/v1/activity?subject=action&subjectId=" + id)
                .then()
                .body("results.summary", hasItem("reported on action \"Teach inference\""))
                .body("results[0].changes[0].after", equalTo("done"));
        report(As.head(900001), id, "{\"text\":\" \"}").statusCode(422).body("errors[0].path", equalTo("/text"));
        report(As.head(900001), id, "{\"text\":\"x\",\"status\":\"paused\"}").statusCode(422);
        report(As.head(900001), id, "{\"text\":\"One was missed\",\"status\":\"under-way\"}")
                .statusCode(201);
        As.head(900001).get("/api/v1/actions/" + id).then().body("doneOn", nullValue());
    }

    @Test
    void overdueAndQuietFollowFromTheDates() {
        String late = action();
        String soon = Planned.post(
                        As.head(900001),
                        list(),
                        "{\"title\":\"Buy books\",\"startsOn\":\"" + LocalDate.now() + "\",\"dueOn\":\""
                                + LocalDate.now() + "\"}")
                .body("overdue", equalTo(false))
                .body("stale", equalTo(false))
                .extract()
                .path("id");
        As.head(900001)
                .get("/api/v1/actions/" + late)
                .then()
                .body("overdue", equalTo(true))
                .body("stale", equalTo(true));
        report(As.head(900001), late, "{\"text\":\"Begun\"}").statusCode(201);
        As.head(900001).get("/api/v1/actions/" + late).then().body("stale", equalTo(false));
        As.head(900001).get("/api/v1/actions").then().body("results.id", contains(late, soon));
    }

    @Test
    void myOpenActionsAreAList() {
        UUID self = Given.person("head.900001");
        String mine = Planned.post(As.head(900001), list(), "{\"title\":\"Mine\",\"leadPersonId\":\"" + self + "\"}")
                .body("leadName", equalTo("Account head.900001"))
                .extract()
                .path("id");
        action();
        String open = "/api/v1/actions?leadPersonId=" + self + "&open=true";
        As.head(900001).get(open).then().body("results.id", contains(mine)).body("paging.totalResults", equalTo(1));
        report(As.head(900001), mine, "{\"text\":\"Done\",\"status\":\"done\"}").statusCode(201);
        As.head(900001).get(open).then().body("results", hasSize(0));
        As.head(900001).get("/api/v1/actions?open=false").then().body("results.id", contains(mine));
        As.head(900001).get("/api/v1/actions?leadPersonId=me").then().statusCode(422);
    }

    @Test
    void itIsChangedOnThePresentVersionOnly() {
        String id = action();
        As.head(900001)
                .contentType(PATCH)
                .body("{}")
                .patch("/api/v1/actions/" + id)
                .then()
                .statusCode(428);
        patch(As.head(900001), id, 4, "{\"cost\":1200}")
                .statusCode(412)
                .body("current.title", equalTo("Teach inference"));
        patch(As.head(900001), id, 0, "{\"cost\":1200.5,\"dueOn\":null}")
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("cost", equalTo(1200.5f))
                .body("dueOn", nullValue());
        As.head(900001)
                .get("/api/v1/activity?subject=action&subjectId=" + id)
                .then()
                .body("results[0].changes.field", contains("dueOn", "cost"));
    }

    @Test
    void whatWasReportedIsEndedAndNotDeleted() throws SQLException {
        String bare = action();
        As.head(900001).delete("/api/v1/actions/" + bare).then().statusCode(428);
        As.head(900001)
                .header("If-Match", "*")
                .delete("/api/v1/actions/" + bare)
                .then()
                .statusCode(204);
        String id = action();
        report(As.head(900001), id, "{\"text\":\"Begun\"}").statusCode(201);
        As.head(900001)
                .header("If-Match", "*")
                .delete("/api/v1/actions/" + id)
                .then()
                .statusCode(409);
        As.head(900001)
                .header("If-Match", "*")
                .delete("/api/v1/priorities/" + priority)
                .then()
                .statusCode(409);
        end(As.head(900001), id, "{\"reason\":\" \"}").statusCode(422).body("errors[0].path", equalTo("/reason"));
        end(As.head(900001), id, "{\"reason\":\"The lead has left\"}")
                .statusCode(200)
                .body("endReason", equalTo("The lead has left"))
                .body("overdue", equalTo(false));
        end(As.head(900001), id, "{\"reason\":\"Again\"}").statusCode(409);
        report(As.head(900001), id, "{\"text\":\"Still\"}").statusCode(409);
        patch(As.head(900001), id, 1, "{\"cost\":1}").statusCode(409);
        try (var connection = Given.withoutIdentity();
                var statement = connection.createStatement()) {
            Assertions.assertThrows(
                    SQLException.class, () -> statement.execute("update action_update set text = 'changed'"));
            Assertions.assertThrows(SQLException.class, () -> statement.execute("delete from action_update"));
        }
    }

    @Test
    void inAClosedCycleItIsOnlyRead() {
        String id = action();
        Given.run("update cycle set stage = 'CLOSED'");
        report(As.head(900001), id, "{\"text\":\"x\"}").statusCode(409);
        patch(As.head(900001), id, 0, "{\"cost\":1}").statusCode(409);
        end(As.head(900001), id, "{\"reason\":\"x\"}").statusCode(409);
        As.head(900001)
                .header("If-Match", "*")
                .delete("/api/v1/actions/" + id)
                .then()
                .statusCode(409);
        Planned.post(As.head(900001), list(), "{\"title\":\"x\"}").statusCode(409);
        As.head(900001).get("/api/v1/actions/" + id).then().statusCode(200).body("overdue", equalTo(false));
    }

    @Test
    void leadsAreThoseOfTheSchoolAndTheTrust() {
        Given.person("head.900001");
        Given.schoolMembership("deputy", "school-leader", 900001);
        Given.schoolMembership("gone", "school-leader", 900001);
        Given.run("update membership set valid_until = date '2021-01-01' where person_id = ?", Given.person("gone"));
        Given.schoolMembership("mis", "mis-integration", 900001);
        Given.schoolMembership("elsewhere", "school-leader", 900002);
        As.trustLeader();
        As.head(900001)
                .get("/api/v1/leads?schoolUrn=900001")
                .then()
                .statusCode(200)
                .body("results.name", contains("Account deputy", "Account head.900001", "Account trust.leader"));
        As.head(900001)
                .get("/api/v1/leads?schoolUrn=900001&search=DEPUTY&pageSize=1")
                .then()
                .body("results.name", contains("Account deputy"))
                .body("paging.totalResults", equalTo(1));
        As.trustLeader().get("/api/v1/leads").then().body("results.name", contains("Account trust.leader"));
        As.head(900001).get("/api/v1/leads?schoolUrn=900002").then().statusCode(404);
        As.head(900001).get("/api/v1/leads").then().statusCode(403);
        As.inSchool("member", "committee-member", 900001)
                .get("/api/v1/leads?schoolUrn=900001")
                .then()
                .statusCode(403);
        As.anonymous().get("/api/v1/leads").then().statusCode(401);
    }
}
