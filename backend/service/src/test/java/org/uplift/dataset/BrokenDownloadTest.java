package org.uplift.dataset;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.Token;
import org.uplift.testing.UpliftTest;

/** When the rest of the rows cannot be had any more, what has arrived does not look like all of them. */
@UpliftTest
class BrokenDownloadTest {
    private static final int SMALL = 4096;

    /** Hears when a download is over, as a service that stops waits for it. */
    @Singleton
    static class Over {
        private final BlockingQueue<String> paths = new LinkedBlockingQueue<>();

        void listen(@Observes Filters filters) {
            filters.register(
                    request -> {
                        if (request.normalizedPath().endsWith("/pupil-results/download")) {
                            request.addEndHandler(ended -> paths.add(request.normalizedPath()));
                        }
                        request.next();
                    },
                    1);
        }
    }

    @Inject
    Over over;

    /** More than all that lies between the database and a reader who does not read. */
    @BeforeEach
    void givenManyRows() {
        Given.school(900001);
        Given.run(
                "insert into pupil (pseudonym, upn_hash, upn_encrypted)"
                        + " select gen_random_uuid(), decode(lpad(to_hex(n), 8, '0'), 'hex'), '\\x01' from generate_series(1, 200) n");
        Given.run(
                "insert into result_slot (source_system, assessment_point, assessment_code, subject, component, facet)"
                        + " select 'broken', 'summer', 'TA', 'S' || n, '', 'achieved' from generate_series(1, 1000) n");
        Given.run(
                "insert into result (school_urn, academic_year, slot_id, pupil_id, score, status, result_date,"
                        + " source_updated_at, job_id) select 900001, 2024, s.id, p.id, 104, 3, date '2025-05-14', now(), ?"
                        + " from result_slot s, pupil p where s.source_system = 'broken'",
                UUID.randomUUID());
    }

    @AfterEach
    void forgetTheSlots() {
        Given.run("delete from result");
        Given.run("delete from result_slot where source_system = 'broken'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "ndjson"})
    void theConnectionBreaksOffAndNothingWaitsForIt(String format) throws Exception {
        over.paths.clear();
        As.dataManager().get("/api/v1/me").then().statusCode(200);
        try (Socket socket = download(format)) {
            InputStream in = socket.getInputStream();
            assertTrue(new String(in.readNBytes(15), StandardCharsets.US_ASCII).startsWith("HTTP/1.1 200"));
            await(() -> Given.lostReaders() > 0);
            String rest = readUntilItEnds(in);
            assertFalse(rest.endsWith("\r\n0\r\n\r\n"), "the answer ends as a whole one does");
            assertFalse(rest.contains("urn:uplift:problem"), "what went wrong is said in the file");
        }
        assertNotNull(over.paths.poll(30, TimeUnit.SECONDS), "it is never over");
    }

    /** However few turns there are on this machine, two who do not read had all of them, or the machine has enough for others. */
    @Test
    void whoDoesNotReadHoldsNobodyUp() throws IOException {
        As.dataManager().get("/api/v1/me").then().statusCode(200);
        try (Socket one = download("csv");
                Socket other = download("xlsx")) {
            await(() -> Given.stuckReaders() == 2);
            As.dataManager()
                    .contentType(ContentType.JSON)
                    .body("{\"pageSize\":1}")
                    .post("/api/v1/data-sets/pupil-results/query")
                    .then()
                    .statusCode(200)
                    .body("paging.totalResults", equalTo(200_000));
            assertEquals(2, Given.stuckReaders());
        }
    }

    /** What was under way when somebody went away must not be taken for the answer to whoever is next on the connection. */
    @Test
    void whoGoesAwayLeavesNothingForTheNext() throws IOException {
        As.dataManager().get("/api/v1/me").then().statusCode(200);
        try (Socket one = download("csv");
                Socket other = download("ndjson")) {
            await(() -> Given.stuckReaders() == 2);
        }
        await(() -> Given.stuckReaders() == 0);
        for (int pupils = 1; pupils <= 20; pupils++) {
            As.dataManager()
                    .contentType(ContentType.JSON)
                    .body("{\"pageSize\":" + pupils + "}")
                    .post("/api/v1/data-sets/pupil-results/query")
                    .then()
                    .statusCode(200)
                    .body("results", hasSize(pupils))
                    .body("paging.totalResults", equalTo(200_000));
        }
    }

    private static void await(BooleanSupplier what) {
        Instant patience = Instant.now().plus(Duration.ofMinutes(1));
        while (!what.getAsBoolean()) {
            assertTrue(Instant.now().isBefore(patience), "it takes too long");
        }
    }

    private static Socket download(String format) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(SMALL);
        socket.connect(new InetSocketAddress("localhost", RestAssured.port));
        socket.getOutputStream()
                .write(("GET /api/v1/data-sets/pupil-results/download?format=" + format
                                + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                                + Token.of("data.manager", "data-manager").text() + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    @Test
    void whoReadsOnGetsAllOfIt() {
        String rows = As.dataManager()
                .get("/api/v1/data-sets/pupil-results/download")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertTrue(rows.lines().count() == 200_001, "there are " + rows.lines().count() + " lines");
    }

    private static String readUntilItEnds(InputStream in) throws IOException {
        StringBuilder rest = new StringBuilder();
        byte[] piece = new byte[1 << 16];
        try {
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                rest.append(new String(piece, 0, read, StandardCharsets.UTF_8));
            }
        } catch (SocketException reset) {
            // so does a connection that breaks off
        }
        return rest.toString();
    }
}
