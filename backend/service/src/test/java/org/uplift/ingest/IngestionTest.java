package org.uplift.ingest;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.UpliftTest;

@UpliftTest
class IngestionTest {
    private static final String PATH = "/api/v1/ingest/schools";
    private static final String FILE =
            "URN,LA (code),LA (name),EstablishmentName,TypeOfEstablishment (name),EstablishmentStatus (name),"
                    + "PhaseOfEducation (name)\n900001,999,Exampleshire,Alder Primary,Academy converter,Open,Primary\n";

    private static ValidatableResponse send(String key) {
        return As.dataManager()
                .contentType("text/csv")
                .header("Idempotency-Key", key)
                .body(FILE)
                .post(PATH)
                .then();
    }

    @Test
    void whileTheFirstIsRunningTheSameKeyIsAConflictThatNamesTheJob() throws Exception {
        String job = send("key").statusCode(200).extract().path("jobId");
        Given.run("update ingest_job set status = 'RUNNING', ended_at = null");
        try (Connection first = Given.withoutIdentity();
                Statement statement = first.createStatement()) {
            statement.execute("select pg_advisory_lock(hashtextextended('" + job + "', 0))");
            send("key")
                    .statusCode(409)
                    .body("type", equalTo("urn:uplift:problem:still-running"))
                    .body("jobId", equalTo(job));
        }
    }

    @Test
    void aJobThatBrokeOffIsDoneByTheSameKey() {
        String job = send("key").statusCode(200).extract().path("jobId");
        Given.run("delete from school");
        Given.run("update ingest_job set status = 'RUNNING', ended_at = null, created = 0, listed_rows = '[]'");
        send("key")
                .statusCode(200)
                .body("jobId", equalTo(job))
                .body("status", equalTo("completed"))
                .body("counts.created", equalTo(1));
        assertEquals(1, Given.number("select count(*) from school"));
    }

    @Test
    void twoRequestsWithTheSameKeyAtTheSameMomentDoTheWorkOnce() throws Exception {
        As.dataManager();
        List<Future<Integer>> answers = new ArrayList<>();
        try (ExecutorService both = Executors.newFixedThreadPool(6)) {
            for (int at = 0; at < 6; at++) {
                answers.add(both.submit(() -> send("key").extract().statusCode()));
            }
        }
        for (Future<Integer> answer : answers) {
            assertTrue(List.of(200, 409).contains(answer.get()), "answered " + answer.get());
        }
        assertEquals(1, Given.number("select count(*) from ingest_job"));
        assertEquals(1, Given.number("select count(*) from school"));
        send("key").statusCode(200).body("counts.created", equalTo(1));
    }

    @Test
    void anActivityIsWrittenForEachJobAndNoneForADryRun() {
        send("key").statusCode(200);
        As.dataManager()
                .contentType("text/csv")
                .header("Idempotency-Key", "dry")
                .queryParam("dryRun", true)
                .body(FILE)
                .post(PATH)
                .then()
                .statusCode(200);
        As.dataManager()
                .get("/api/v1/activity?subject=import")
                .then()
                .statusCode(200)
                .body("paging.totalResults", equalTo(1));
    }

    @Test
    void errorsCannotActAsFormulas() {
        assertEquals("'=1+1", Formulas.harmless("=1+1"));
        assertEquals("'@x", Formulas.harmless("@x"));
        assertEquals("plain", Formulas.harmless("plain"));
        assertEquals("", Formulas.harmless(null));
    }
}
