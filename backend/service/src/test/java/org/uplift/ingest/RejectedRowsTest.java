package org.uplift.ingest;

import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.Jobs;
import org.uplift.testing.UpliftTest;

/** The rejected rows of a file, whenever and wherever they are asked for. */
@UpliftTest
class RejectedRowsTest {
    private static final String INGEST = "/api/v1/ingest/";
    private static final String HEADER =
            "forename,sourceSystem,schoolUrn,upn,academicYear,yearGroup,sex,sourceUpdatedAt\n";

    @Inject
    JobRunner runner;

    @BeforeEach
    void school() {
        Given.school(900001);
    }

    private static RequestSpecification mis() {
        return As.mis(900001);
    }

    private static String pupil(String upn, String yearGroup, String sex) {
        return "Jo,Ours,900001," + upn + ",2025/2026," + yearGroup + "," + sex + ",2025-10-02T08:00:00Z\n";
    }

    private static String sent(byte[] file) {
        return Jobs.ended(
                        RejectedRowsTest::mis,
                        mis().contentType("text/csv")
                                .header("Idempotency-Key", UUID.randomUUID().toString())
                                .body(file)
                                .post(INGEST + "pupils")
                                .then())
                .extract()
                .path("jobId");
    }

    private static String sent(String rows) {
        return sent((HEADER + rows).getBytes(StandardCharsets.UTF_8));
    }

    private static ValidatableResponse rejected(RequestSpecification reader, String job) {
        return reader.get(INGEST + "jobs/" + job + "/rejected.csv").then();
    }

    private static List<String> lines(String job) {
        String file = rejected(mis(), job).statusCode(200).extract().asString();
        assertTrue(file.startsWith("\uFEFF"), "a spreadsheet takes it for UTF-8");
        return file.substring(1).lines().toList();
    }

    @Test
    void theyHaveTheirNumbersTheValuesThatWereSentAndWhyTheyWereNotTaken() {
        String job = sent(pupil("B801200005001", "6", "M") + pupil("P207000016049", "15", "Q") + pupil("A1", "4", "F"));
        List<String> lines = lines(job);
        assertEquals(
                "Row,sourceSystem,schoolUrn,upn,formerUpn,academicYear,yearGroup,sex,disadvantaged,senProvision,eal,"
                        + "lookedAfter,priorAttainment,mobile,sourceUpdatedAt,Why it was not taken",
                lines.getFirst());
        assertEquals(
                "3,Ours,900001,P207000016049,,2025/2026,15,Q,,,,,,,2025-10-02T08:00:00Z,\"\"\"15\"\" is none of N1, N2, R,"
                        + " 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13. \"\"Q\"\" is none of F, M.\"",
                lines.get(1));
        assertTrue(lines.get(2).startsWith("4,Ours,900001,A1,"));
        assertEquals(3, lines.size());
        assertFalse(String.join("\n", lines).contains("Jo"), "what is in no field is not kept");
        mis().get(INGEST + "jobs/" + job).then().body("rejectedUntil", startsWith("20"));
    }

    @Test
    void correctedTheyGoInAsTheyAre() {
        String file = String.join("\n", lines(sent(pupil("B801200005001", "15", "M"))))
                .replace(",15,", ",5,");
        Jobs.ended(
                        RejectedRowsTest::mis,
                        mis().contentType("text/csv")
                                .header("Idempotency-Key", "again")
                                .body(file)
                                .post(INGEST + "pupils")
                                .then())
                .body("counts.created", equalTo(1));
    }

    @Test
    void aCheckHasThemToo() {
        String job = Jobs.ended(
                        RejectedRowsTest::mis,
                        mis().contentType("text/csv")
                                .header("Idempotency-Key", "check")
                                .queryParam("dryRun", true)
                                .body(HEADER + pupil("B801200005001", "15", "M"))
                                .post(INGEST + "pupils")
                                .then())
                .extract()
                .path("jobId");
        assertEquals(2, lines(job).size());
    }

    @Test
    void theyAreForWhoMayReadTheJobAndThatSomebodyDoesIsRecorded() {
        String job = sent(pupil("A1", "6", "M"));
        rejected(As.anonymous(), job).statusCode(401);
        rejected(As.head(900001), job).statusCode(403);
        rejected(As.inSchool("other-mis", "mis-integration", 900001), job).statusCode(404);
        rejected(mis(), UUID.randomUUID().toString()).statusCode(404);
        rejected(As.dataManager(), job).statusCode(200);
        As.dataManager()
                .get("/api/v1/activity?subject=import")
                .then()
                .body("results.summary", hasItem("downloaded the rejected rows of pupils"));
    }

    @Test
    void aFileThatOneHasIsNotSentAgain() {
        String job = INGEST + "jobs/" + sent(pupil("A1", "6", "M"));
        for (String file : List.of(job + "/rejected.csv", job + "/errors.csv")) {
            String tag = mis().get(file).then().statusCode(200).extract().header("ETag");
            mis().header("If-None-Match", tag)
                    .get(file)
                    .then()
                    .statusCode(304)
                    .header("ETag", tag)
                    .header("Cache-Control", "no-store")
                    .body(emptyString());
        }
    }

    @Test
    void theDatabaseAloneTellsNothingOfThem() throws Exception {
        sent(pupil("B801200005001", "15", "M"));
        assertEquals(
                0,
                Given.number(
                        "select count(*) from rejected_rows where position('B801200005001'::bytea in encrypted) > 0"));
        assertEquals(1, Given.number("select count(*) from rejected_rows"));
        try (var connection = Given.withoutIdentity();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from rejected_rows")) {
            rows.next();
            assertEquals(0, rows.getInt(1));
        }
    }

    @Test
    void afterTheirTimeTheyAreForgottenAndTheErrorsStay() throws Exception {
        String job = sent(pupil("A1", "6", "M"));
        runner.expire();
        rejected(mis(), job).statusCode(200);
        Given.run("update ingest_job set rejected_until = now() - interval '1 minute'");
        runner.expire();
        rejected(mis(), job).statusCode(404);
        assertEquals(0, Given.number("select count(*) from rejected_rows"));
        String errors = mis().get(INGEST + "jobs/" + job + "/errors.csv")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertTrue(errors.contains("/rows/0/upn,upn-format"));
    }

    @Test
    void noneOfTheirValuesIsComputedByASpreadsheet() {
        String row = lines(sent(pupil("A1", "6", "M").replace("Ours", "=cmd|' /C calc'!A0")))
                .getLast();
        assertTrue(row.startsWith("2,'=cmd|' /C calc'!A0,900001,A1"), row);
        for (String start : List.of("=", "+", "-", "@", "\t", "\r")) {
            assertEquals("'" + start + "x", Formulas.harmless(start + "x"));
        }
        for (String plain : List.of("-5", "+1.5", "-3%", "x=1", "a@b")) {
            assertEquals(plain, Formulas.harmless(plain));
        }
    }

    @Test
    void ofARowThatCannotBeReadThePlaceAndTheReasonAreTold() {
        byte[] file = Hostile.before(
                Hostile.after(HEADER + pupil("A1", "6", "\u00E9") + "Jo,", new byte[] {(byte) 0xFF}), ",,,,,,\n");
        assertTrue(lines(sent(file)).getLast().startsWith("3,,,,"));
    }

    @Test
    void asManyAsFitAreKeptAndTheOthersAreCounted() {
        RejectedRows rows = new RejectedRows(List.of("a"), 2);
        String wide = "x".repeat(65_000);
        for (int at = 0; at < 100; at++) {
            rows.add(at, CsvRow.of(at, Map.of("a", wide)), List.of());
        }
        assertEquals(62, rows.kept());
        assertEquals(38, rows.passedOver());
        assertTrue(rows.file().length < 4_100_000);
    }

    @Test
    void rowsThatAreAnsweredAtOnceAreNotKept() {
        String job = mis().contentType("application/json")
                .header("Idempotency-Key", "json")
                .body("{\"rows\": [{}]}")
                .post(INGEST + "pupils")
                .then()
                .body("counts.rejected", equalTo(1))
                .body("firstRow", equalTo(1))
                .body("$", not(hasKey("rejectedUntil")))
                .extract()
                .path("jobId");
        rejected(mis(), job).statusCode(404);
    }

    @Test
    void filesOfPublicBodiesHaveThemWithAllTheirColumns() {
        String header = "URN,EstablishmentName,LA (code),LA (name),EstablishmentNumber,TypeOfEstablishment (name),"
                + "EstablishmentStatus (name),PhaseOfEducation (name),Town";
        String job = As.dataManager()
                .contentType("text/csv")
                .header("Idempotency-Key", "register")
                .body(header + "\n9,Wrong,999,Exampleshire,2051,Academy converter,Open,Primary,Exampletown\n")
                .post(INGEST + "schools")
                .then()
                .statusCode(200)
                .body("firstRow", equalTo(2))
                .extract()
                .path("jobId");
        String file = rejected(As.dataManager(), job).statusCode(200).extract().asString();
        assertTrue(file.startsWith("\uFEFFRow," + header + ",Why it was not taken"), file);
        assertTrue(file.contains("2,9,Wrong,999,"), file);
    }
}
