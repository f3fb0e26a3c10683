package org.uplift.school;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.Published;
import org.uplift.testing.UpliftTest;

@UpliftTest
class RegisterImportTest {
    private static final String PATH = "/api/v1/ingest/schools";

    private static byte[] handMade() throws IOException {
        return Files.readAllBytes(Path.of("src/test/resources/school/hand-made-register.csv"));
    }

    private static ValidatableResponse send(byte[] file) {
        return As.dataManager()
                .contentType("text/csv")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(file)
                .post(PATH)
                .then();
    }

    @Test
    void onlyADataManagerOfTheTrustImports() {
        As.anonymous().contentType("text/csv").body("URN").post(PATH).then().statusCode(401);
        As.head(900001)
                .contentType("text/csv")
                .header("Idempotency-Key", "a")
                .body("URN")
                .post(PATH)
                .then()
                .statusCode(403);
        As.inSchool("school.data", "data-manager", 900001)
                .contentType("text/csv")
                .header("Idempotency-Key", "a")
                .body("URN")
                .post(PATH)
                .then()
                .statusCode(403);
    }

    @Test
    void aFileOfAnyFormIsTakenInRowByRow() throws IOException {
        send(handMade())
                .statusCode(200)
                .body("counts.received", equalTo(6))
                .body("counts.created", equalTo(1))
                .body("counts.rejected", equalTo(5))
                .body(
                        "rows.findAll { it.outcome == 'rejected' }.errors.flatten().path",
                        hasItems(
                                "/rows/1/PhaseOfEducation (name)",
                                "/rows/2/EstablishmentName",
                                "/rows/3/URN",
                                "/rows/4/OpenDate",
                                "/rows/5/URN"))
                .body("notes[0]", containsString("UKPRN"));
        As.dataManager()
                .get("/api/v1/schools/900001")
                .then()
                .statusCode(200)
                .body("name", equalTo("Café Lane Primary School"))
                .body("status", equalTo("register"))
                .body("links.urn", containsInAnyOrder(900101, 900102))
                .body("context[0].academicYear", equalTo("2025/2026"))
                .body("context[0].numberOnRoll", equalTo(210));
        send(handMade()).body("counts.unchanged", equalTo(1)).body("counts.created", equalTo(0));
    }

    @Test
    void aNameWithACharacterThatNobodySeesIsRefused() throws IOException {
        String file = new String(handMade(), Charset.forName("windows-1252"));
        for (String hidden : new String[] {"\u202e", "\u200b", "\u0007", "\u0085"}) {
            send(file.replace("Café Lane", "Café" + hidden + " Lane").getBytes(StandardCharsets.UTF_8))
                    .body("counts.created", equalTo(0))
                    .body("rows[0].errors.path", contains("/rows/0/EstablishmentName"))
                    .body("rows[0].errors.code", contains("invisible-character"))
                    .body("rows[0].errors.message", contains(containsString("U+%04X".formatted((int)
                                    hidden.charAt(0)))));
        }
    }

    @Test
    void aDryRunShowsWhatWouldChange() throws IOException {
        send(handMade());
        byte[] renamed = new String(handMade(), Charset.forName("windows-1252"))
                .replace("Café Lane", "Coffee Lane")
                .getBytes(StandardCharsets.UTF_8);
        As.dataManager()
                .contentType("text/csv")
                .header("Idempotency-Key", "dry")
                .queryParam("dryRun", true)
                .body(renamed)
                .post(PATH)
                .then()
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("counts.updated", equalTo(1))
                .body("rows.find { it.outcome == 'updated' }.changes", hasSize(1))
                .body("rows.find { it.outcome == 'updated' }.changes[0].field", equalTo("name"))
                .body("rows.find { it.outcome == 'updated' }.changes[0].after", equalTo("Coffee Lane Primary School"));
        As.dataManager().get("/api/v1/schools/900001").then().body("name", equalTo("Café Lane Primary School"));
        send(renamed).body("counts.updated", equalTo(1));
        As.trustLeader()
                .get("/api/v1/activity?schoolUrn=900001")
                .then()
                .body("results.changes.flatten().field", hasItem("name"));
    }

    @Test
    void aSchoolOfTheTrustThatIsMissingStaysAndIsTold() throws IOException {
        Given.school(900009, "Juniper Park", "IN_TRUST");
        send(handMade())
                .body("notes", hasItem(containsString("900009 Juniper Park is in the trust and is not in this file")));
        As.dataManager().get("/api/v1/schools/900009").then().body("status", equalTo("in-trust"));
    }

    @Test
    void aFileWithoutANeededColumnIsRefusedAndLeavesNothing() {
        send("URN,EstablishmentName\n900001,Alder\n".getBytes(StandardCharsets.UTF_8))
                .statusCode(422)
                .body("errors.path", hasItem("/columns/LA (code)"));
        send(new byte[0]).statusCode(422);
        assertEquals(0, Given.number("select count(*) from school"));
        As.dataManager()
                .get("/api/v1/ingest/jobs?kind=schools")
                .then()
                .body("results.status", contains("failed", "failed"));
    }

    @Test
    void theRegisterOfARealAuthority() throws IOException {
        byte[] surrey = Published.file("gias-establishments-surrey.csv");
        send(surrey)
                .statusCode(200)
                .body("counts.received", equalTo(576))
                .body("counts.created", equalTo(576))
                .body("counts.rejected", equalTo(0));
        send(surrey).statusCode(200).body("counts.unchanged", equalTo(576));
        As.dataManager().get("/api/v1/schools?pageSize=1").then().body("paging.totalResults", equalTo(576));
        As.dataManager()
                .get("/api/v1/schools/124934")
                .then()
                .body("name", equalTo("Abinger Common First School"))
                .body("closedOn", equalTo("2010-08-31"))
                .body("links.urn", contains(135953));
        assertEquals(0, Given.number("select count(*) from school where religious_character = 'Does not apply'"));
    }
}
