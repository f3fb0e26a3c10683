package org.uplift.committee;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.Planned;
import org.uplift.testing.UpliftTest;

@UpliftTest
class ChallengeResourceTest {
    private static final String PATH = "/api/v1/challenges";
    private Seats seats;

    @BeforeEach
    void committee() {
        Given.school(900001, "Alder Primary", "IN_TRUST");
        Given.school(900002, "Beech Primary", "IN_TRUST");
        seats = Seats.ofAlder();
        As.head(900001);
        As.head(900002);
    }

    @Test
    void aMemberAsksTheHeadAnswersAndTheCommitteeSaysWhetherItIsSatisfied() {
        String id = seats.challenge(seats.member(), "head.900001");
        String path = PATH + "/" + id;
        As.head(900001)
                .get("/api/v1/me/work")
                .then()
                .body("results.find { it.kind == 'challenge' }.title", equalTo("Why has absence risen?"));
        Seats.post(seats.chair(), path + "/judgement", "{\"satisfied\":true,\"reason\":\"Clear\"}")
                .statusCode(409);
        Seats.post(As.head(900001), path + "/answers", "{\"text\":\"Two families were away\"}")
                .statusCode(200)
                .body("challenge.status", equalTo("answered"));
        seats.chair().get("/api/v1/me/work").then().body("results.kind", hasItem("challenge-to-judge"));
        Seats.post(seats.chair(), path + "/judgement", "{\"satisfied\":false,\"reason\":\"And in summer?\"}")
                .statusCode(422)
                .body("errors[0].path", equalTo("/answerBy"));
        Seats.post(
                        seats.chair(),
                        path + "/judgement",
                        "{\"satisfied\":false,\"reason\":\"And in summer?\",\"answerBy\":\"2099-03-01\"}")
                .statusCode(200)
                .body("challenge.status", equalTo("open"))
                .body("challenge.reopened", equalTo(true))
                .body("challenge.dueOn", equalTo("2099-03-01"));
        Seats.post(As.head(900001), path + "/answers", "{\"text\":\"It fell in summer\"}")
                .statusCode(200);
        Seats.post(seats.member(), path + "/judgement", "{\"satisfied\":true,\"reason\":\"Clear\"}")
                .statusCode(200)
                .body("challenge.status", equalTo("satisfied"))
                .body("entries.kind", contains("answer", "not-satisfied", "answer", "satisfied"));
        Seats.post(As.head(900001), path + "/answers", "{\"text\":\"More\"}").statusCode(409);
        seats.clerk()
                .get(PATH + "?status=satisfied&committeeId=" + seats.id())
                .then()
                .body("results", hasSize(1));
        seats.clerk().get(PATH + "?open=true").then().body("results", hasSize(0));
        As.trustLeader()
                .get("/api/v1/activity?subject=challenge&subjectId=" + id)
                .then()
                .body("results", hasSize(5));
    }

    @Test
    void whoSeesAndDoesWhat() {
        String id = seats.challenge(seats.member(), "head.900001");
        String path = PATH + "/" + id;
        As.anonymous().get(path).then().statusCode(401);
        As.head(900002).get(path).then().statusCode(404);
        As.head(900002).get(PATH).then().statusCode(200).body("results", hasSize(0));
        As.dataManager().get(path).then().statusCode(403);
        As.inSchool("deputy", "school-leader", 900001).get(path).then().statusCode(200);
        As.trustLeader().get(path).then().statusCode(200);
        seats.clerk().get(path).then().statusCode(200);
        UUID other = Given.committee("Committee of Beech", 900002);
        As.inCommittee("stranger", "committee-member", other).get(path).then().statusCode(404);
        for (String what : new String[] {"/answers", "/judgement", "/withdrawal"}) {
            String body = what.equals("/answers")
                    ? "{\"text\":\"x\"}"
                    : what.equals("/judgement") ? "{\"satisfied\":true,\"reason\":\"x\"}" : "{\"reason\":\"x\"}";
            Seats.post(As.anonymous(), path + what, body).statusCode(401);
            Seats.post(seats.clerk(), path + what, body).statusCode(403);
            Seats.post(As.inSchool("deputy", "school-leader", 900001), path + what, body)
                    .statusCode(403);
        }
        Seats.post(seats.chair(), path + "/withdrawal", "{\"reason\":\"x\"}").statusCode(403);
        Seats.post(seats.member(), path + "/withdrawal", "{\"reason\":\"Settled elsewhere\"}")
                .statusCode(200)
                .body("challenge.status", equalTo("withdrawn"));
        seats.member()
                .get("/api/v1/committees/" + seats.id() + "/answerers?schoolUrn=900001")
                .then()
                .statusCode(200)
                .body("results.name", hasItem("Account head.900001"))
                .body("results.name", not(hasItem("Account head.900002")));
        seats.clerk()
                .get("/api/v1/committees/" + seats.id() + "/answerers")
                .then()
                .statusCode(403);
    }

    @Test
    void whatCannotBeAskedIsToldWithItsPath() {
        String body = "{\"committeeId\":\"" + seats.id() + "\",\"schoolUrn\":900001,\"askedPersonId\":\""
                + Given.person("head.900001") + "\",\"question\":\"Why?\",\"answerBy\":\"2099-01-31\"}";
        refused(body.replace("900001,", "900002,"), "/schoolUrn");
        refused(body.replace("\"schoolUrn\":900001,", ""), "/schoolUrn");
        refused(body.replace("2099", "2019"), "/answerBy");
        refused(
                body.replace(
                        Given.person("head.900001").toString(),
                        Given.person("head.900002").toString()),
                "/askedPersonId");
        refused(body.replace("\"question\"", "\"meetingId\":\"" + UUID.randomUUID() + "\",\"question\""), "/meetingId");
        refused(body.replace("}", ",\"link\":{\"kind\":\"measure\",\"id\":\"NOTHING\"}}"), "/link/id");
        refused(body.replace("}", ",\"link\":{\"kind\":\"concern\",\"id\":\"x\"}}"), "/link/kind");
        refused(body.replace("}", ",\"link\":{\"kind\":\"target\",\"id\":\"" + UUID.randomUUID() + "\"}}"), "/link/id");
        Seats.post(As.trustLeader(), PATH, body).statusCode(403);
        Seats.post(As.head(900001), PATH, body).statusCode(403);
        Seats.post(As.anonymous(), PATH, body).statusCode(401);
        UUID other = Given.committee("Committee of Beech", 900002);
        Seats.post(seats.member(), PATH, body.replace(seats.id().toString(), other.toString()))
                .statusCode(404);
    }

    private void refused(String body, String path) {
        Seats.post(seats.member(), PATH, body).statusCode(422).body("errors.path", hasItem(path));
    }

    @Test
    void itIsAboutAPriorityAsItWasCalledThen() {
        String cycle = Planned.cycle(As.head(900001), 900001);
        String priority = Planned.priority(() -> As.head(900001), cycle, "Reading");
        String body = "{\"committeeId\":\"" + seats.id() + "\",\"schoolUrn\":900001,\"askedPersonId\":\""
                + Given.person("head.900001") + "\",\"question\":\"Why?\",\"answerBy\":\"2099-01-31\","
                + "\"link\":{\"kind\":\"priority\",\"id\":\"" + priority + "\"}}";
        Seats.post(seats.member(), PATH, body).statusCode(201).body("challenge.link.title", equalTo("Reading"));
        Seats.post(
                        seats.member(),
                        PATH,
                        body.replace("\"schoolUrn\":900001", "\"schoolUrn\":900001")
                                .replace("Why?", "How?"))
                .statusCode(201);
    }

    @Test
    void oneThatIsNotAnsweredInTimeIsOverdueAndInTheClerksWork() {
        String id = seats.challenge(seats.member(), "head.900001");
        Given.run(
                "update challenge set raised_on = date '2020-01-01', answer_by = date '2020-02-01' where id = cast(? as uuid)",
                id);
        seats.clerk().get(PATH + "?status=overdue").then().body("results", hasSize(1));
        seats.clerk().get("/api/v1/me/work").then().body("results.kind", hasItem("challenge"));
        As.head(900001)
                .get("/api/v1/me/work")
                .then()
                .body("results.find { it.kind == 'challenge' }.overdue", equalTo(true));
    }

    @Test
    void theApplicationCanOnlyAddToIt() throws SQLException {
        seats.challenge(seats.member(), "head.900001");
        try (var connection = Given.withoutIdentity();
                var statement = connection.createStatement()) {
            Assertions.assertThrows(SQLException.class, () -> statement.execute("update challenge set question = 'x'"));
            Assertions.assertThrows(SQLException.class, () -> statement.execute("delete from challenge"));
            Assertions.assertThrows(
                    SQLException.class, () -> statement.execute("update challenge_entry set text = 'x'"));
            Assertions.assertThrows(SQLException.class, () -> statement.execute("delete from challenge_entry"));
        }
    }
}
