package org.uplift.comment;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
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
class CommentResourceTest {
    private String cycle;
    private String priority;
    private String action;

    @BeforeEach
    void plan() {
        Given.school(900001, "Alder Primary", "IN_TRUST");
        Given.school(900002, "Beech Primary", "IN_TRUST");
        cycle = Planned.cycle(head(), 900001);
        priority = Planned.priority(CommentResourceTest::head, cycle, "Reading");
        action = Planned.action(head(), priority, "Teach inference");
    }

    private static RequestSpecification head() {
        return As.head(900001);
    }

    private static RequestSpecification deputy() {
        return As.inSchool("deputy.900001", "school-leader", 900001);
    }

    private static RequestSpecification member() {
        return As.inSchool("member", "committee-member", 900001);
    }

    private static ValidatableResponse say(
            RequestSpecification as, String kind, String id, String text, UUID... mentioned) {
        String people = mentioned.length == 0 ? "" : "\"" + mentioned[0] + "\"";
        return Planned.post(
                as,
                "/api/v1/comments",
                "{\"subjectKind\":\"" + kind + "\",\"subjectId\":\"" + id + "\",\"text\":\"" + text
                        + "\",\"mentions\":[" + people + "]}");
    }

    private static ValidatableResponse said(RequestSpecification as, String kind, String id) {
        return as.queryParams("subjectKind", kind, "subjectId", id)
                .get("/api/v1/comments")
                .then();
    }

    @Test
    void whatIsSaidStandsWithNameAndTimeTheNewestLast() {
        say(head(), "action", action, " Can we see this in year 4? ")
                .statusCode(201)
                .body("text", equalTo("Can we see this in year 4?"))
                .body("author", equalTo("Account head.900001"))
                .body("mine", equalTo(true))
                .body("at", notNullValue());
        say(deputy(), "action", action, "Next week").statusCode(201);
        said(deputy(), "action", action)
                .statusCode(200)
                .body("results.text", contains("Can we see this in year 4?", "Next week"))
                .body("results.mine", contains(false, true))
                .body("paging.totalResults", equalTo(2));
        said(As.trustLeader(), "action", action).body("results", hasSize(2));
        said(As.inSchool("walker", "system-leader", 900001), "action", action).body("results", hasSize(2));
        head().get("/api/v1/activity?subject=comment&subjectId=" + action)
                .then()
                .body("results.summary", hasItem("commented on the action \"Teach inference\""));
    }

    @Test
    void everyPartOfAPlanCanBeTalkedAboutAndTheCycleCannot() {
        String target = Planned.target(head(), priority, "ALL");
        String milestone = Planned.post(
                        head(),
                        "/api/v1/priorities/" + priority + "/milestones",
                        "{\"milestone\":\"A corner in every class\",\"dueDate\":\"2026-03-31\"}")
                .extract()
                .path("id");
        String checkpoint = Planned.post(
                        head(),
                        "/api/v1/checkpoints",
                        "{\"cycleId\":\"" + cycle + "\",\"type\":\"book-look\",\"plannedOn\":\"2026-01-20\"}")
                .extract()
                .path("id");
        String adjustment = Planned.post(
                        head(),
                        "/api/v1/priorities/" + priority + "/adjustments",
                        "{\"noticed\":\"Few corrections\",\"change\":\"Time for them\",\"expectedEffect\":\"More\","
                                + "\"expectedBy\":\"2026-03-31\"}")
                .extract()
                .path("id");
        String[][] things = {
            {"priority", priority},
            {"action", action},
            {"target", target},
            {"milestone", milestone},
            {"checkpoint", checkpoint},
            {"adjustment", adjustment}
        };
        for (String[] thing : things) {
            say(head(), thing[0], thing[1], "Well begun").statusCode(201);
            said(head(), thing[0], thing[1]).body("results", hasSize(1));
        }
        say(head(), "milestone", target, "Not one").statusCode(404);
        say(head(), "cycle", cycle, "All of it").statusCode(422).body("errors[0].path", equalTo("/subjectKind"));
        head().get("/api/v1/cycles/" + cycle + "/comment-counts")
                .then()
                .statusCode(200)
                .body("results", hasSize(6))
                .body("results.subjectId", hasItem(checkpoint))
                .body("results[0].comments", equalTo(1));
    }

    @Test
    void othersAndThoseWhoAssureSeeNoComments() {
        String id = say(head(), "action", action, "Between us").extract().path("id");
        said(As.anonymous(), "action", action).statusCode(401);
        said(As.dataManager(), "action", action).statusCode(403);
        said(As.head(900002), "action", action).statusCode(404);
        say(As.head(900002), "action", action, "Me too").statusCode(404);
        said(member(), "action", action).statusCode(403);
        say(member(), "action", action, "Me too").statusCode(403);
        member().get("/api/v1/cycles/" + cycle + "/comment-counts").then().statusCode(403);
        Given.schoolMembership("both", "committee-member", 900001);
        Given.schoolMembership("both", "school-leader", 900002);
        said(As.user("both", "committee-member", "school-leader"), "action", action)
                .statusCode(403);
        As.user("both", "committee-member", "school-leader")
                .get("/api/v1/activity?subject=comment")
                .then()
                .body("results", hasSize(0));
        Planned.post(As.head(900002), "/api/v1/comments/" + id + "/withdrawal", "{}")
                .statusCode(404);
    }

    @Test
    void whatIsNotACommentIsInvalid() {
        for (String[] wrong : new String[][] {
            {"{\"subjectKind\":\"action\",\"subjectId\":\"" + action + "\",\"text\":\" \"}", "/text"},
            {"{\"subjectKind\":\"action\",\"subjectId\":\"" + action + "\"}", "/text"},
            {
                "{\"subjectKind\":\"action\",\"subjectId\":\"" + action + "\",\"text\":\"" + "x".repeat(5001) + "\"}",
                "/text"
            },
            {"{\"subjectKind\":\"pupil\",\"subjectId\":\"" + action + "\",\"text\":\"x\"}", "/subjectKind"},
            {"{\"subjectId\":\"" + action + "\",\"text\":\"x\"}", "/subjectKind"},
        }) {
            Planned.post(head(), "/api/v1/comments", wrong[0])
                    .statusCode(422)
                    .body("errors[0].path", equalTo(wrong[1]));
        }
        head().get("/api/v1/comments?subjectKind=action").then().statusCode(422);
    }

    /** Whether somebody exists elsewhere is not told. */
    @Test
    void onlyThoseWhoReadItCanBeMentioned() {
        UUID deputy = Given.person("deputy.900001");
        deputy();
        say(head(), "action", action, "Please look", deputy)
                .statusCode(201)
                .body("mentions", contains("Account deputy.900001"));
        As.head(900002);
        member();
        for (UUID stranger :
                new UUID[] {Given.person("head.900002"), Given.person("member"), UUID.randomUUID(), Given.person("gone")
                }) {
            say(head(), "action", action, "Please look", stranger)
                    .statusCode(422)
                    .body("errors[0].path", equalTo("/mentions/0"))
                    .body("errors[0].message", equalTo("Nobody with this id can read this; choose from the readers."));
        }
        said(head(), "action", action).body("results", hasSize(1));
    }

    @Test
    void theDirectoryOfReadersIsForReaders() {
        deputy();
        member();
        As.trustLeader();
        As.head(900002);
        head().get("/api/v1/readers?schoolUrn=900001&search=account")
                .then()
                .statusCode(200)
                .body("results.name", contains("Account deputy.900001", "Account head.900001", "Account trust.leader"));
        As.anonymous().get("/api/v1/readers?schoolUrn=900001").then().statusCode(401);
        member().get("/api/v1/readers?schoolUrn=900001").then().statusCode(403);
        As.head(900002).get("/api/v1/readers?schoolUrn=900001").then().statusCode(404);
        head().get("/api/v1/readers").then().statusCode(403);
        As.trustLeader().get("/api/v1/readers").then().body("results.name", contains("Account trust.leader"));
        head().get("/api/v1/readers?schoolUrn=900001&pageSize=1&page=2")
                .then()
                .body("results", hasSize(1))
                .body("paging.totalResults", equalTo(3));
        head().get("/api/v1/readers?schoolUrn=900001&pageSize=500").then().statusCode(422);
    }

    @Test
    void itsAuthorAloneWithdrawsItOnce() {
        String id = say(head(), "action", action, "A name that should not stand here")
                .extract()
                .path("id");
        String withdrawal = "/api/v1/comments/" + id + "/withdrawal";
        Planned.post(deputy(), withdrawal, "{}").statusCode(403);
        Planned.post(head(), withdrawal, "{}")
                .statusCode(200)
                .body("text", nullValue())
                .body("withdrawnAt", notNullValue());
        Planned.post(head(), withdrawal, "{}").statusCode(409);
        said(deputy(), "action", action)
                .body("results.author", contains("Account head.900001"))
                .body("results[0].text", nullValue());
        assertEquals(0, Given.number("select count(*) from comment where text is not null"));
        head().get("/api/v1/cycles/" + cycle + "/comment-counts").then().body("results", hasSize(0));
        head().get("/api/v1/activity?subject=comment")
                .then()
                .body("results.summary", not(hasItem("A name that should not stand here")));
    }

    @Test
    void theDatabaseLetsNobodyChangeWhatAnotherSaid() throws SQLException {
        say(head(), "action", action, "As it is").statusCode(201);
        deputy().get("/api/v1/me").then().statusCode(200);
        try (Connection application = Given.withoutIdentity();
                Statement statement = application.createStatement()) {
            application.setAutoCommit(false);
            statement.execute("select set_config('uplift.schools', '900001', true), set_config('uplift.person', '"
                    + Given.person("deputy.900001") + "', true)");
            assertEquals(0, statement.executeUpdate("update comment set text = 'Otherwise'"));
            assertThrows(SQLException.class, () -> statement.execute("delete from comment"));
            application.rollback();
            statement.execute("select set_config('uplift.schools', '900001', true), set_config('uplift.person', '"
                    + Given.person("head.900001") + "', true)");
            assertThrows(SQLException.class, () -> statement.execute("update comment set author = 'Another'"));
            application.rollback();
        }
    }

    @Test
    void aSignedCheckpointIsTalkedAboutWithoutBeingChanged() {
        String checkpoint = Planned.post(
                        head(),
                        "/api/v1/checkpoints",
                        "{\"cycleId\":\"" + cycle + "\",\"type\":\"book-look\",\"plannedOn\":\"2026-01-20\"}")
                .extract()
                .path("id");
        Given.run(
                "update checkpoint set status = 'SUBMITTED', held_on = planned_on where id = ?",
                UUID.fromString(checkpoint));
        say(deputy(), "checkpoint", checkpoint, "Thank you for this").statusCode(201);
        head().get("/api/v1/checkpoints/" + checkpoint)
                .then()
                .body("additions", hasSize(0))
                .body("version", equalTo(0));
    }

    @Test
    void whatIsDeletedTakesItsCommentsWithIt() {
        say(head(), "action", action, "Shall we?").statusCode(201);
        head().header("If-Match", "*")
                .delete("/api/v1/actions/" + action)
                .then()
                .statusCode(204);
        assertEquals(0, Given.number("select count(*) from comment"));
    }
}
