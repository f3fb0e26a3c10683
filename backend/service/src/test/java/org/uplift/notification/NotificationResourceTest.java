package org.uplift.notification;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.Planned;
import org.uplift.testing.UpliftTest;

@UpliftTest
class NotificationResourceTest {
    private static final String MINE = "/api/v1/me/notifications";

    @BeforeEach
    void schools() {
        Given.school(900001, "Alder Primary", "IN_TRUST");
        Given.school(900002, "Beech Primary", "IN_TRUST");
    }

    private static RequestSpecification head() {
        return Planned.headteacher(900001);
    }

    private static RequestSpecification deputy() {
        return As.inSchool("deputy.900001", "school-leader", 900001);
    }

    private static ValidatableResponse told(RequestSpecification as) {
        return as.get(MINE).then().statusCode(200);
    }

    private static String given(String title, UUID lead) {
        String priority = Planned.priority(NotificationResourceTest::head, Planned.cycle(head(), 900001), "Reading");
        return Planned.post(
                        head(),
                        "/api/v1/priorities/" + priority + "/actions",
                        "{\"title\":\"" + title + "\",\"leadPersonId\":\"" + lead + "\"}")
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String giveToDeputy() {
        deputy();
        return given("Teach inference", Given.person("deputy.900001"));
    }

    @Test
    void whoIsGivenAnActionIsToldOnceAndNobodyOfTheirOwn() {
        String action = giveToDeputy();
        told(deputy())
                .body("unread", equalTo(1))
                .body("results[0].kind", equalTo("action-given"))
                .body("results[0].words", equalTo("Account head.900001 gave you an action."))
                .body("results[0].title", equalTo("Teach inference"))
                .body("results[0].schoolName", equalTo("Alder Primary"))
                .body("results[0].subject.kind", equalTo("action"))
                .body("results[0].subject.id", equalTo(action))
                .body("results[0].subject.cycleId", notNullValue())
                .body("results[0].readAt", nullValue());
        for (String body :
                new String[] {"{\"dueOn\":\"2026-07-01\"}", "{\"leadPersonId\":\"" + Given.person("head.900001") + "\"}"
                }) {
            head().header("If-Match", "*")
                    .contentType("application/merge-patch+json")
                    .body(body)
                    .patch("/api/v1/actions/" + action)
                    .then()
                    .statusCode(200);
        }
        told(deputy()).body("results", hasSize(1));
        told(head()).body("results", hasSize(0));
    }

    @Test
    void whatIsReadStaysInTheList() {
        giveToDeputy();
        String id = told(deputy()).extract().path("results[0].id");
        Planned.post(deputy(), MINE + "/" + id + "/reading", "{}")
                .statusCode(200)
                .body("unread", equalTo(0));
        Planned.post(deputy(), MINE + "/" + id + "/reading", "{}").statusCode(200);
        told(deputy()).body("results.readAt", hasSize(1)).body("unread", equalTo(0));
        deputy().get(MINE + "?unread=true").then().body("results", hasSize(0));
        deputy().get(MINE + "?unread=false").then().body("results", hasSize(1));
        Planned.post(deputy(), MINE + "/" + UUID.randomUUID() + "/reading", "{}")
                .statusCode(404);
        Planned.post(head(), MINE + "/" + id + "/reading", "{}").statusCode(404);
    }

    @Test
    void allAreMarkedAsReadAtOnce() {
        String action = giveToDeputy();
        Planned.post(
                        head(),
                        "/api/v1/comments",
                        "{\"subjectKind\":\"action\",\"subjectId\":\"" + action + "\",\"text\":\"Please look\","
                                + "\"mentions\":[\"" + Given.person("deputy.900001") + "\"]}")
                .statusCode(201);
        told(deputy())
                .body("unread", equalTo(2))
                .body(
                        "results.words",
                        contains(
                                "Account head.900001 mentioned you in a comment on the action.",
                                "Account head.900001 gave you an action."));
        Planned.post(deputy(), MINE + "/reading", "{}").statusCode(200).body("unread", equalTo(0));
        told(deputy()).body("results", hasSize(2));
    }

    @Test
    void whoMayNotAskIsRefusedAndWhatIsWrongIsSaid() {
        As.anonymous().get(MINE).then().statusCode(401);
        As.mis(900001).get(MINE).then().statusCode(403);
        deputy().get(MINE + "?unread=perhaps").then().statusCode(422);
        deputy().get(MINE + "?pageSize=500").then().statusCode(422);
        told(As.inTrust("analyst", "analyst")).body("results", hasSize(0));
    }

    @Test
    void aMembershipThatEndedTakesItsNotificationsAway() {
        giveToDeputy();
        Given.schoolMembership("deputy.900001", "system-leader", 900002);
        Given.run(
                "update membership set valid_until = current_date where role = 'SCHOOL_LEADER' and person_id = ?",
                Given.person("deputy.900001"));
        As.user("deputy.900001", "school-leader", "system-leader")
                .get(MINE)
                .then()
                .statusCode(200)
                .body("results", hasSize(0))
                .body("paging.totalResults", equalTo(0))
                .body("unread", equalTo(0));
    }

    @Test
    void anApprovalIsAskedOfWhoDecidesAndAnsweredToWhoAsked() {
        As.trustLeader();
        As.inTrust("trustee", "trustee");
        String cycle = Planned.complete(NotificationResourceTest::head, 900001);
        Planned.post(head(), "/api/v1/cycles/" + cycle + "/approval-request", "{}")
                .statusCode(200);
        told(As.trustLeader())
                .body("results.words", contains("Account head.900001 asks for your approval of the plan."))
                .body("results[0].title", equalTo("Alder Primary, 2025/2026"))
                .body("results[0].subject.id", equalTo(cycle));
        told(As.inTrust("trustee", "trustee")).body("results", hasSize(0));
        Planned.post(
                        As.trustLeader(),
                        "/api/v1/cycles/" + cycle + "/approval",
                        "{\"outcome\":\"refused\",\"reason\":\"Say who reads\"}")
                .statusCode(200);
        told(head()).body("results.words", contains("Account trust.leader refused to approve the plan."));
    }

    @Test
    void aCheckpointTellsWhoSignsAndWhoWroteIt() {
        String cycle = Planned.complete(NotificationResourceTest::head, 900001);
        deputy();
        As.trustLeader();
        String checkpoint = Planned.post(
                        head(),
                        "/api/v1/checkpoints",
                        "{\"cycleId\":\"" + cycle + "\",\"type\":\"book-look\",\"title\":\"Secret walk\","
                                + "\"plannedOn\":\"2026-01-20\",\"heldOn\":\"2026-01-20\"}")
                .statusCode(201)
                .extract()
                .path("id");
        Given.run(
                "update focus set judgement = 'ON_TRACK', narrative = 'Pupils read aloud with confidence'"
                        + " where checkpoint_id = ?",
                UUID.fromString(checkpoint));
        String path = "/api/v1/checkpoints/" + checkpoint;
        Planned.post(head(), path + "/submission", "{}").statusCode(200);
        told(deputy())
                .body(
                        "results.words",
                        contains("Account head.900001 submitted a checkpoint that waits for your signature."))
                .body("results.title", contains("Book look of 20 January 2026"));
        told(As.trustLeader()).body("results", hasSize(1));
        told(head()).body("results", hasSize(0));
        Planned.post(deputy(), path + "/return", "{\"reason\":\"One is missing\"}")
                .statusCode(200);
        told(head()).body("results.kind", contains("checkpoint-returned"));
        Planned.post(head(), path + "/submission", "{}").statusCode(200);
        Planned.post(head(), path + "/sign-off", "{}").statusCode(200);
        Planned.post(deputy(), path + "/sign-off", "{}").statusCode(200);
        told(head())
                .body(
                        "results[0].words",
                        equalTo("A checkpoint of yours is signed off; Account deputy.900001 signed last."));
    }

    @Test
    void theDatabaseShowsEachWhatTheyAreToldAndNothingElse() throws SQLException {
        giveToDeputy();
        assertEquals(1, Given.number("select count(*) from notification"));
        try (Connection application = Given.withoutIdentity();
                Statement statement = application.createStatement()) {
            application.setAutoCommit(false);
            statement.execute("select set_config('uplift.schools', '900001', true), set_config('uplift.person', '"
                    + Given.person("head.900001") + "', true)");
            try (var rows = statement.executeQuery("select count(*) from notification")) {
                rows.next();
                assertEquals(0, rows.getInt(1));
            }
            assertEquals(0, statement.executeUpdate("update notification set read_at = now()"));
            assertThrows(SQLException.class, () -> statement.execute("delete from notification"));
            application.rollback();
        }
    }
}
