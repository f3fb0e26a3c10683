package org.uplift.ingest;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.StartupEvent;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.Jobs;
import org.uplift.testing.UpliftTest;

@UpliftTest
class JobRunnerTest {
    private static final String FILE = "sourceSystem,schoolUrn,upn,academicYear,yearGroup,sourceUpdatedAt\n"
            + "mis-demo,900001,B801200005001,2025/2026,6,2025-10-02T08:00:00Z\n";

    @Inject
    JobRunner runner;

    @Inject
    Spool spool;

    @Inject
    @ConfigProperty(name = "uplift.spool.folder")
    Path shared;

    @BeforeEach
    void school() {
        Given.school(900001);
    }

    private static RequestSpecification mis() {
        return As.mis(900001);
    }

    private static ValidatableResponse send(String key) {
        return mis().contentType("text/csv")
                .header("Idempotency-Key", key)
                .body(FILE)
                .post("/api/v1/ingest/pupils")
                .then();
    }

    private Spool.Received received() {
        return received(FILE);
    }

    private Spool.Received received(String file) {
        return spool.receive(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), "", Long.MAX_VALUE);
    }

    /** Starts as after a kill in the middle of a job, of which only the file is left. */
    private void takeUp(UUID job, Spool.Received received) throws SQLException {
        spool.keep(received, job);
        Given.run("delete from pupil_year");
        Given.run(
                "update ingest_job set status = 'RUNNING', ended_at = null, created = 0, spool_key = ? where id = ?",
                received.key(),
                job);
        runner.takeUp(new StartupEvent());
    }

    /** As a request that is being settled holds its school. */
    private static Connection heldSchool() throws SQLException {
        Connection holder = Given.withoutIdentity();
        holder.setAutoCommit(false);
        try (var lock = holder.createStatement()) {
            lock.execute("select pg_advisory_xact_lock(20261, 900001)");
        }
        return holder;
    }

    @Test
    void aJobThatIsCancelledStopsInTheMiddleOfItsStatementAndKeepsNothing() throws Exception {
        ValidatableResponse sent;
        try (Connection holder = heldSchool()) {
            sent = send("cancelled");
            Jobs.oneWaitsForItsSchool();
            mis().post(sent.extract().header("Location") + "/cancellation")
                    .then()
                    .statusCode(202);
            Jobs.ended(JobRunnerTest::mis, sent)
                    .body("status", equalTo("failed"))
                    .body("cancelled", equalTo(true))
                    .body("failure", containsString("Cancelled by Account mis-demo"));
            holder.rollback();
        }
        assertEquals(0, Given.number("select count(*) from pupil"));
        send("cancelled").statusCode(202).body("status", equalTo("queued"));
        Jobs.ended(JobRunnerTest::mis, sent).body("counts.created", equalTo(1));
    }

    @Test
    void aJobThatWaitsForItsTurnEndsAsSoonAsItIsCancelled() throws Exception {
        ValidatableResponse first;
        ValidatableResponse second;
        try (Connection holder = heldSchool()) {
            first = send("first");
            Jobs.oneWaitsForItsSchool();
            second = send("second").body("status", equalTo("queued"));
            mis().post(second.extract().header("Location") + "/cancellation")
                    .then()
                    .statusCode(202)
                    .body("status", equalTo("failed"))
                    .body("cancelled", equalTo(true))
                    .body("failure", containsString("Cancelled by Account mis-demo"));
            mis().post(second.extract().header("Location") + "/cancellation")
                    .then()
                    .statusCode(409);
            send("second").body("status", equalTo("queued"));
            holder.rollback();
        }
        Jobs.ended(JobRunnerTest::mis, first).body("counts.created", equalTo(1));
        Jobs.ended(JobRunnerTest::mis, second)
                .body("status", equalTo("completed"))
                .body("counts.unchanged", equalTo(1));
    }

    @Test
    void whileAJobRunsItsKeyIsAConflictThatNamesIt() throws Exception {
        try (Connection holder = heldSchool()) {
            String job = send("running").statusCode(202).extract().path("jobId");
            Jobs.oneWaitsForItsSchool();
            send("running").statusCode(409).body("jobId", equalTo(job));
            holder.rollback();
        }
    }

    @Test
    void aJobWaitsForADatabaseThatComesBack() throws Exception {
        ValidatableResponse sent;
        try (Connection holder = heldSchool()) {
            sent = send("away");
            Jobs.oneWaitsForItsSchool();
            Given.lostConnections();
            holder.close();
        } catch (SQLException lost) {
            throw new IllegalStateException(lost);
        }
        Jobs.ended(JobRunnerTest::mis, sent)
                .body("status", equalTo("completed"))
                .body("counts.created", equalTo(1));
    }

    @Test
    void aRestartTakesUpWhatHadNotEnded() throws Exception {
        ValidatableResponse sent = send("restart");
        UUID job =
                UUID.fromString(Jobs.ended(JobRunnerTest::mis, sent).extract().path("jobId"));
        takeUp(job, received());
        Jobs.ended(JobRunnerTest::mis, sent)
                .body("status", equalTo("completed"))
                .body("counts.created", equalTo(1));
        assertEquals(1, Given.number("select count(*) from pupil_year"));
    }

    @Test
    void aFileThatWasAlteredOnTheDiskFailsAndKeepsNothing() throws Exception {
        ValidatableResponse sent = send("altered");
        UUID job =
                UUID.fromString(Jobs.ended(JobRunnerTest::mis, sent).extract().path("jobId"));
        Spool.Received received = received();
        byte[] stored = Files.readAllBytes(received.file());
        stored[stored.length - 1] ^= 1;
        Files.write(received.file(), stored);
        takeUp(job, received);
        Jobs.ended(JobRunnerTest::mis, sent).body("status", equalTo("failed"));
        assertEquals(0, Given.number("select count(*) from pupil_year"));
        send("altered").statusCode(202).body("status", equalTo("queued"));
        Jobs.ended(JobRunnerTest::mis, sent).body("counts.created", equalTo(1));
    }

    @Test
    void aFileWhoseServiceHasGoneWithItFailsClearlyAndMayBeSentAgain() throws Exception {
        ValidatableResponse sent = send("lost");
        Jobs.ended(JobRunnerTest::mis, sent);
        Given.run("update ingest_job set status = 'RUNNING', ended_at = null, alive_at = now() - interval '1 hour'");
        runner.failLost();
        Jobs.ended(JobRunnerTest::mis, sent)
                .body("status", equalTo("failed"))
                .body("cancelled", equalTo(false))
                .body("failure", containsString("send it again with its key"));
        send("lost").statusCode(202).body("status", equalTo("queued"));
        Jobs.ended(JobRunnerTest::mis, sent).body("status", equalTo("completed"));
    }

    @Test
    void whatWaitsOnTheDiskTellsNothing() throws Exception {
        Spool.Received received = received();
        try {
            String stored = new String(Files.readAllBytes(received.file()), StandardCharsets.ISO_8859_1);
            assertFalse(stored.contains("B801200005001"));
            try (var in = spool.open(received)) {
                assertEquals(FILE, new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        } finally {
            spool.drop(received.file());
        }
    }

    @Test
    void whatWaitsOnTheDiskTakesLessRoomThanWhatWasSent() throws Exception {
        Spool.Received received = received(FILE.repeat(10_000));
        try {
            assertEquals(FILE.length() * 10_000L, received.size());
            assertTrue(Files.size(received.file()) < received.size() / 10);
        } finally {
            spool.drop(received.file());
        }
    }

    @Test
    void whatAnotherDeploymentKeepsOnTheSameMachineStays() throws Exception {
        Path others = Files.createDirectories(shared.resolve(UUID.randomUUID().toString()));
        Path waiting = Files.writeString(others.resolve(UUID.randomUUID().toString()), "waits");
        Spool.Received broken = received();
        runner.takeUp(new StartupEvent());
        assertFalse(Files.exists(broken.file()), "what broke off here is forgotten");
        assertTrue(Files.exists(waiting));
    }

    @Test
    void rowsThatHaveWaitedTooLongAreForgotten() throws Exception {
        send("pupil");
        As.mis(900001)
                .contentType("application/json")
                .header("Idempotency-Key", "waiting")
                .body("{\"rows\":[{\"sourceSystem\":\"x\",\"schoolUrn\":900001,\"upn\":\"P207000016049\","
                        + "\"academicYear\":\"2025/2026\",\"assessmentPoint\":\"summer\",\"assessmentCode\":\"MTC\","
                        + "\"score\":20,\"sourceUpdatedAt\":\"2026-06-01T08:00:00Z\"}]}")
                .post("/api/v1/ingest/assessment-results")
                .then()
                .body("counts.quarantined", equalTo(1));
        runner.expire();
        assertEquals(1, Given.number("select count(*) from quarantine"));
        Given.run("update quarantine set received_at = now() - interval '401 days'");
        runner.expire();
        assertEquals(0, Given.number("select count(*) from quarantine"));
    }
}
