package org.uplift.inspection;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.UpliftTest;

@UpliftTest
class InspectionImportTest {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final String IMPORT = "/api/v1/ingest/inspections";

    @BeforeEach
    void givenSixSchools() {
        for (int urn = 900001; urn <= 900006; urn++) {
            Given.school(urn);
        }
        Given.run("insert into school_link (school_urn, linked_urn, kind) values (900005, 900905, 'PREDECESSOR')");
    }

    @Test
    void onlyTheTrustsDataManagerImports() {
        byte[] file = file("hand-made-monthly.csv");
        As.anonymous().contentType("text/csv").body(file).post(IMPORT).then().statusCode(401);
        send(head(), file).then().statusCode(403);
        send(schoolData(), file).then().statusCode(403);
        data().contentType("text/csv").body(file).post(IMPORT).then().statusCode(400);
        assertEquals(0, inspections());
    }

    @Test
    void theMonthlyFileIsTakenInOnce() {
        send(data(), file("hand-made-monthly.csv"))
                .then()
                .statusCode(200)
                .body("counts.received", equalTo(6))
                .body("counts.created", equalTo(5))
                .body("counts.unchanged", equalTo(1))
                .body("counts.rejected", equalTo(0))
                .body("rows.label", hasItem("Ashgrove Primary – Café Lane 900001"));
        assertEquals(7, inspections());
        send(data(), file("hand-made-monthly.csv")).then().body("counts.unchanged", equalTo(6));
        send(data(), file("hand-made-columns-moved.csv"))
                .then()
                .body("counts.unchanged", equalTo(6))
                .body("notes", hasItem(containsString("Web Link (opens in new window)")));
        assertEquals(7, inspections());
        head().get("/api/v1/schools/900001/inspections")
                .then()
                .body("results.framework", contains("report-card", "graded-judgements"))
                .body("results.joined", contains("after", "before"))
                .body(
                        "results[0].judgements.area",
                        contains(
                                "inclusion",
                                "curriculum-and-teaching",
                                "achievement",
                                "attendance-and-behaviour",
                                "personal-development",
                                "leadership-and-governance",
                                "early-years",
                                "post-16"))
                .body("results[0]", not(org.hamcrest.Matchers.hasKey("overallEffectiveness")))
                .body("results[1].overallEffectivenessLabel", equalTo("Good"))
                .body("results[1].webLink", startsWith("https://reports.example/"));
        head().queryParam("subject", "inspection")
                .get("/api/v1/activity")
                .then()
                .body("results.summary", hasItem("took in the inspection of 13 January 2026"))
                .body("results.schoolUrn", everyItem(equalTo(900001)));
    }

    @Test
    void aFileThatLacksAColumnLeavesWhatIsStoredThere() {
        send(data(), file("hand-made-monthly.csv"));
        String monthly = new String(file("hand-made-monthly.csv"), WINDOWS_1252);
        for (String column : List.of(
                "Latest OEIF overall effectiveness",
                "Latest OEIF quality of education",
                "Ungraded inspection overall outcome")) {
            send(data(), monthly.replace("," + column + ",", ",Something else,").getBytes(WINDOWS_1252))
                    .then()
                    .statusCode(200)
                    .body("counts.unchanged", equalTo(6))
                    .body("notes", hasItem(containsString("what is stored there stays as it is")));
        }
    }

    @Test
    void anInspectionAtAnEarlierUrnIsHistoryOfTheSchool() {
        send(data(), file("hand-made-monthly.csv"));
        data().get("/api/v1/schools/900005/inspections")
                .then()
                .body("results.predecessor", contains(true))
                .body("results.inspectedUrn", contains(900905))
                .body("results.categoryOfConcern", contains("SWK"));
    }

    @Test
    void aLaterFileChangesWhatItSaysOtherwise() {
        send(data(), file("hand-made-monthly.csv"));
        String later = new String(file("hand-made-monthly.csv"), WINDOWS_1252)
                .replace("Met,Strong standard", "Met,Needs attention");
        send(data(), later.getBytes(WINDOWS_1252))
                .then()
                .body("counts.updated", equalTo(1))
                .body("counts.unchanged", equalTo(5))
                .body("rows[0].changes.field", contains("judgements/inclusion"));
        assertEquals(7, inspections());
        head().get("/api/v1/schools/900001/inspections")
                .then()
                .body("results[0].judgements.find { it.area == 'inclusion' }.grade", equalTo("needs-attention"));
        head().queryParam("subject", "inspection")
                .get("/api/v1/activity")
                .then()
                .body("results[0].changes.after", contains("needs-attention"));
    }

    @Test
    void aDryRunTellsAndKeepsNothing() {
        data().contentType("text/csv")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .queryParam("dryRun", true)
                .body(file("hand-made-monthly.csv"))
                .post(IMPORT)
                .then()
                .body("dryRun", equalTo(true))
                .body("counts.created", equalTo(5));
        assertEquals(0, inspections());
    }

    @Test
    void wrongRowsAreRejectedAndTheOthersGoIn() {
        send(data(), file("hand-made-wrong-rows.csv"))
                .then()
                .statusCode(200)
                .body("counts.created", equalTo(1))
                .body("counts.rejected", equalTo(3))
                .body("counts.quarantined", equalTo(1))
                .body(
                        "rows.findAll { it.outcome == 'rejected' }.errors.flatten().path",
                        containsInAnyOrder(
                                "/rows/1/Inspection start date",
                                "/rows/1/Inclusion",
                                "/rows/2/Latest OEIF overall effectiveness",
                                "/rows/3/URN"))
                .body("rows.find { it.outcome == 'quarantined' }.errors.code", contains("school-not-registered"));
        assertEquals(2, inspections());
    }

    @Test
    void aRowWaitsUntilItsSchoolIsInTheRegister() {
        send(data(), file("hand-made-wrong-rows.csv"));
        data().contentType("text/csv")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("""
                        URN,EstablishmentName,LA (code),LA (name),EstablishmentNumber,EstablishmentStatus (name),PhaseOfEducation (name),TypeOfEstablishment (name)
                        999998,Nowhere Primary,936,Surrey,9998,Open,Primary,Community school
                        """.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/ingest/schools")
                .then()
                .statusCode(200)
                .body("counts.created", equalTo(1));
        data().get("/api/v1/schools/999998/inspections")
                .then()
                .body("results.overallEffectiveness", contains("1"))
                .body("results.startDate", contains("2019-03-12"));
    }

    @Test
    void aFileWithoutNeededColumnsIsRefused() {
        send(data(), file("hand-made-column-missing.csv"))
                .then()
                .statusCode(422)
                .body("errors.code", everyItem(equalTo("column-missing")))
                .body("errors.path", containsInAnyOrder("/columns/Inclusion", "/columns/Inspection start date"));
    }

    @Test
    void gradesWithoutADateAreToldAndLeftOut() {
        send(data(), file("hand-made-one-set-of-dates.csv"))
                .then()
                .body("counts.created", equalTo(3))
                .body("notes", hasItem(startsWith("2 rows tell grades")));
        assertEquals(3, inspections());
    }

    @Test
    void aLaterFileTakesOverWhatAPersonRecorded() {
        As.trustLeader()
                .contentType("application/json")
                .body("""
                        {"framework": "report-card", "inspectionType": "full", "startDate": "2026-01-13",
                         "safeguarding": "Met", "judgements": [{"area": "Inclusion", "grade": "Strong standard"}]}
                        """)
                .post("/api/v1/schools/900001/inspections")
                .then()
                .statusCode(201)
                .body("safeguarding", equalTo("met"))
                .body("judgements.grade", contains("strong-standard"));
        send(data(), file("hand-made-monthly.csv"))
                .then()
                .body("rows.find { it.row == 0 }.outcome", equalTo("created"));
        head().get("/api/v1/schools/900001/inspections")
                .then()
                .body("results", hasSize(2))
                .body("results[0].source", equalTo("ofsted"))
                .body("results[0].judgements", hasSize(8));
    }

    @Test
    void anImportedInspectionIsNotCorrectedByHand() {
        send(data(), file("hand-made-monthly.csv"));
        String id = data().get("/api/v1/schools/900001/inspections").path("results[0].id");
        As.trustLeader()
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body("{\"webLink\": null}")
                .patch("/api/v1/inspections/" + id)
                .then()
                .statusCode(409);
    }

    private static Response send(RequestSpecification who, byte[] file) {
        return who.contentType("text/csv")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(file)
                .post(IMPORT);
    }

    private static long inspections() {
        return Given.number("select count(*) from inspection");
    }

    private static byte[] file(String name) {
        try (var in = Objects.requireNonNull(InspectionImportTest.class.getResourceAsStream("/inspection/" + name))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RequestSpecification data() {
        return As.dataManager();
    }

    private static RequestSpecification schoolData() {
        return As.inSchool("data.900001", "data-manager", 900001);
    }

    private static RequestSpecification head() {
        return As.head(900001);
    }
}
