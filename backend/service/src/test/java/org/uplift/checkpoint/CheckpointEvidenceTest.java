package org.uplift.checkpoint;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
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

/** What is seen and shown at a checkpoint: words, links, files. */
@UpliftTest
class CheckpointEvidenceTest {
    private static final byte[] PDF = "%PDF-1.7\n% twelve books".getBytes(StandardCharsets.US_ASCII);

    private String priority;
    private String checkpoint;

    @BeforeEach
    void draft() {
        Given.school(900001);
        Given.school(900002);
        String cycle = Planned.cycle(As.head(900001), 900001);
        priority = Planned.priority(() -> As.head(900001), cycle, "Reading");
        checkpoint = Planned.post(
                        expert(),
                        "/api/v1/checkpoints",
                        "{\"cycleId\":\"" + cycle
                                + "\",\"type\":\"book-look\",\"plannedOn\":\"2026-01-20\",\"heldOn\":\"2026-01-20\","
                                + "\"visitorPersonId\":\"" + Given.person("expert")
                                + "\",\"foci\":[{\"kind\":\"priority\",\"reference\":\"" + priority
                                + "\",\"judgement\":\"at-risk\",\"narrative\":\"Few corrections are followed up\"}]}")
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static RequestSpecification expert() {
        return As.inSchool("expert", "system-leader", 900001);
    }

    private static RequestSpecification committee() {
        return As.inSchool("committee", "committee-member", 900001);
    }

    private String evidence() {
        return "/api/v1/checkpoints/" + checkpoint + "/evidence";
    }

    private static ValidatableResponse send(RequestSpecification as, String id, String name, byte[] content) {
        return as.contentType("application/octet-stream")
                .queryParam("name", name)
                .queryParam("schoolUrn", 900001)
                .body(content)
                .put("/api/v1/files/" + id)
                .then();
    }

    private static String sent(String name) {
        String id = UUID.randomUUID().toString();
        send(expert(), id, name, PDF).statusCode(200);
        return id;
    }

    private ValidatableResponse add(RequestSpecification as, String body) {
        return Planned.post(as, evidence(), body);
    }

    private String added(String body) {
        return add(expert(), body).statusCode(201).extract().path("id");
    }

    private void sign() {
        expert().post("/api/v1/checkpoints/" + checkpoint + "/submission")
                .then()
                .statusCode(200);
        expert().post("/api/v1/checkpoints/" + checkpoint + "/sign-off").then().statusCode(200);
        As.head(900001)
                .post("/api/v1/checkpoints/" + checkpoint + "/sign-off")
                .then()
                .body("status", equalTo("signed-off"));
    }

    @Test
    void thoseWhoMayNotAreRefused() {
        String one = added("{\"fileId\":\"" + sent("books.pdf") + "\"}");
        String words = "{\"text\":\"Twelve books\"}";
        add(As.anonymous(), words).statusCode(401);
        add(As.head(900002), words).statusCode(404);
        add(committee(), words).statusCode(403);
        As.anonymous().get(evidence() + "/" + one + "/file").then().statusCode(401);
        As.head(900002).get(evidence() + "/" + one + "/file").then().statusCode(404);
        committee().get(evidence() + "/" + one + "/file").then().statusCode(403);
        As.anonymous().delete(evidence() + "/" + one).then().statusCode(401);
        As.head(900002).delete(evidence() + "/" + one).then().statusCode(404);
        committee().delete(evidence() + "/" + one).then().statusCode(403);
        String id = UUID.randomUUID().toString();
        send(As.anonymous(), id, "books.pdf", PDF).statusCode(401);
        send(As.head(900002), id, "books.pdf", PDF).statusCode(404);
        send(committee(), id, "books.pdf", PDF).statusCode(403);
        committee().get("/api/v1/checkpoints/" + checkpoint).then().body("evidence", hasSize(0));
    }

    @Test
    void wordsLinksAndFilesAreKeptWithTheCheckpoint() {
        added("{\"reference\":\"" + priority + "\",\"text\":\" Four books of twelve \"}");
        added("{\"link\":\"https://example.org/policy\",\"text\":\"The policy\"}");
        String file = added("{\"fileId\":\"" + sent("..\\look/Book look, year 4 \u00e9.pdf") + "\"}");
        As.head(900001)
                .get("/api/v1/checkpoints/" + checkpoint)
                .then()
                .body("evidence[0].text", equalTo("Four books of twelve"))
                .body("evidence[0].reference", equalTo(priority))
                .body("evidence[1].link", equalTo("https://example.org/policy"))
                .body("evidence[2].file.name", equalTo("Book look, year 4 \u00e9.pdf"))
                .body("evidence[2].file.mediaType", equalTo("application/pdf"))
                .body("evidence[2].file.size", equalTo(PDF.length))
                .body("evidence.author", contains("Account expert", "Account expert", "Account expert"));
        Response got = As.head(900001).get(evidence() + "/" + file + "/file");
        got.then()
                .statusCode(200)
                .contentType("application/pdf")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Disposition", "attachment; filename*=UTF-8''Book%20look%2C%20year%204%20%C3%A9.pdf");
        assertArrayEquals(PDF, got.asByteArray());
        As.head(900001)
                .header("If-None-Match", got.header("ETag"))
                .get(evidence() + "/" + file + "/file")
                .then()
                .statusCode(304)
                .header("ETag", got.header("ETag"))
                .body(emptyString());
    }

    @Test
    void whatIsNoEvidenceIsInvalid() {
        add(expert(), "{}").statusCode(422).body("errors[0].path", equalTo("/text"));
        add(expert(), "{\"text\":\"  \"}").statusCode(422);
        add(expert(), "{\"link\":\"javascript:alert(1)\"}").statusCode(422).body("errors[0].path", equalTo("/link"));
        add(expert(), "{\"text\":\"x\",\"reference\":\"" + UUID.randomUUID() + "\"}")
                .statusCode(422)
                .body("errors[0].code", equalTo("unknown-focus"));
        add(expert(), "{\"fileId\":\"" + UUID.randomUUID() + "\"}")
                .statusCode(422)
                .body("errors[0].code", equalTo("unknown-file"));
        String file = sent("books.pdf");
        add(As.head(900001), "{\"fileId\":\"" + file + "\"}")
                .statusCode(422)
                .body("errors[0].code", equalTo("unknown-file"));
        add(expert(), "{\"fileId\":\"" + file + "\",\"link\":\"https://example.org\"}")
                .statusCode(422)
                .body("errors[0].code", equalTo("two-kinds"));
        added("{\"fileId\":\"" + file + "\"}");
        add(expert(), "{\"fileId\":\"" + file + "\"}").statusCode(409);
    }

    @Test
    void aFileIsTakenForWhatItIs() {
        String id = UUID.randomUUID().toString();
        send(expert(), id, "books.exe", PDF)
                .statusCode(422)
                .body("errors[0].path", equalTo("/name"))
                .body("detail", containsString("pdf"));
        send(expert(), id, "books.png", PDF).statusCode(422);
        send(expert(), id, "books.pdf", new byte[0]).statusCode(422);
        send(expert(), id, " ", PDF).statusCode(422);
        assertEquals(0, Given.number("select count(*) from file"));
    }

    @Test
    void aFileSentAgainIsTheSame() {
        String id = UUID.randomUUID().toString();
        send(expert(), id, "books.pdf", PDF).statusCode(200).body("id", equalTo(id));
        send(expert(), id, "books.pdf", PDF).statusCode(200);
        send(expert(), id, "others.pdf", PDF).statusCode(409);
        send(expert(), id, "books.pdf", "%PDF-1.4".getBytes(StandardCharsets.US_ASCII))
                .statusCode(409);
        send(As.head(900001), id, "books.pdf", PDF).statusCode(409);
        As.head(900002)
                .contentType("application/octet-stream")
                .queryParam("name", "books.pdf")
                .queryParam("schoolUrn", 900002)
                .body(PDF)
                .put("/api/v1/files/" + id)
                .then()
                .statusCode(409);
        assertEquals(1, Given.number("select count(*) from file"));
    }

    @Test
    void whatIsTakenAwayIsGone() {
        String one = added("{\"text\":\"Twelve books\"}");
        expert().delete(evidence() + "/" + one).then().statusCode(204);
        expert().delete(evidence() + "/" + one).then().statusCode(404);
        As.head(900001).get("/api/v1/checkpoints/" + checkpoint).then().body("evidence", hasSize(0));
    }

    @Test
    void itIsFrozenWithTheCheckpoint() {
        String one = added("{\"text\":\"Twelve books\"}");
        String file = added("{\"fileId\":\"" + sent("books.pdf") + "\"}");
        sign();
        add(expert(), "{\"text\":\"More\"}").statusCode(409);
        expert().delete(evidence() + "/" + one).then().statusCode(409);
        for (String change : new String[] {
            "delete from checkpoint_evidence", "update checkpoint_evidence set text = 'Else'", "delete from file"
        }) {
            assertThrows(SQLException.class, () -> asApplication(change), change);
        }
        As.head(900001).get(evidence() + "/" + file + "/file").then().statusCode(200);
    }

    private static void asApplication(String change) throws SQLException {
        try (Connection application = Given.withoutIdentity();
                Statement statement = application.createStatement()) {
            statement.execute("select set_config('uplift.trust', 'on', false)");
            statement.executeUpdate(change);
        }
    }

    @Test
    void whatBelongsToNothingIsRemovedAfterADay() {
        String kept = added("{\"fileId\":\"" + sent("books.pdf") + "\"}");
        sent("forgotten.pdf");
        String early = "select count(*) from remove_loose_files(now() - interval '1 day')";
        assertEquals(0, Given.number(early));
        Given.run("update file set received_at = now() - interval '25 hours'");
        assertEquals(1, Given.number(early));
        assertEquals(0, Given.number(early));
        As.head(900001).get(evidence() + "/" + kept + "/file").then().statusCode(200);
    }
}
