package org.uplift.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.uplift.ingest.Endless;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.Token;
import org.uplift.testing.UpliftTest;

/** A body that is too large is refused, whether or not it says how large it is, and before it fills the memory. */
@UpliftTest
class BodyLimitTest {
    private static final int TYPED = 1_000_000;
    private static final int PUBLISHED = 16_000_000;
    private static final String FILES = "/api/v1/files/";
    private static final int FILE = 20_000_000;

    @TestHTTPResource
    URI service;

    /** So many bytes, in chunks: nobody is told how many come. */
    private static BodyPublisher chunked(String beginning, long bytes) {
        return BodyPublishers.ofInputStream(() -> new Endless(beginning, 'x', bytes));
    }

    private HttpResponse<String> send(String path, String type, String token, BodyPublisher body) throws Exception {
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(
                    HttpRequest.newBuilder(service.resolve(path))
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", type)
                            .header("Idempotency-Key", UUID.randomUUID().toString())
                            .method(path.startsWith(FILES) ? "PUT" : "POST", body)
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    private static void tooLarge(HttpResponse<String> answer) {
        assertEquals(413, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("urn:uplift:problem:too-large"), answer.body());
        assertEquals(
                "application/problem+json",
                answer.headers().firstValue("Content-Type").orElseThrow());
    }

    @Test
    void whatIsTypedIsSmallAlsoInChunks() throws Exception {
        Given.school(900001);
        As.trustLeader();
        String token = Token.of("trust.leader", "trust-leader").text();
        for (String path : List.of("/api/v1/cycles", "/api/v1/schools/900001/inspections")) {
            tooLarge(send(path, "application/json", token, chunked("{\"academicYear\": \"", TYPED + 100_000)));
        }
        assertNotEquals(
                413,
                send("/api/v1/cycles", "application/json", token, chunked("{\"academicYear\": \"", TYPED - 100))
                        .statusCode());
    }

    @Test
    void aFileThatIsAddedToSomethingHasALimitAlsoInChunks() throws Exception {
        Given.school(900001);
        As.head(900001);
        String token = Token.of("head.900001", "school-leader").text();
        String type = "application/octet-stream";
        for (int larger : new int[] {1, 100_000}) {
            String path = FILES + UUID.randomUUID() + "?name=books.txt&schoolUrn=900001";
            tooLarge(send(path, type, token, chunked("Twelve books", FILE + larger)));
            tooLarge(send(path, type, token, BodyPublishers.ofByteArray(new byte[FILE + larger])));
        }
        assertEquals(0, Given.number("select count(*) from file"));
        String path = FILES + UUID.randomUUID() + "?name=books.txt&schoolUrn=900001";
        assertEquals(
                200,
                send(path, type, token, chunked("Twelve books", FILE - 100)).statusCode());
    }

    @Test
    void aPublishedFileHasALimitAlsoInChunks() throws Exception {
        As.dataManager();
        String token = Token.of("data.manager", "data-manager").text();
        for (String path : List.of("schools", "inspections", "published-results?keyStage=KS2&academicYear=2016/2017")) {
            tooLarge(send("/api/v1/ingest/" + path, "text/csv", token, chunked("URN,", PUBLISHED + 100_000)));
            tooLarge(send(
                    "/api/v1/ingest/" + path, "text/csv", token, BodyPublishers.ofByteArray(new byte[PUBLISHED + 1])));
        }
        assertNotEquals(
                413,
                send("/api/v1/ingest/schools", "text/csv", token, chunked("URN,", PUBLISHED - 100))
                        .statusCode());
    }
}
