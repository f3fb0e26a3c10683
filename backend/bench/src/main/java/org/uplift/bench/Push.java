package org.uplift.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;

/** Pushes rows as a management information system does, and says how long it took until they were in. */
final class Push implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration SHORTEST = Duration.ofMillis(10);
    private static final Duration LONGEST = Duration.ofMillis(200);
    private static final Set<String> ENDED = Set.of("completed", "failed");
    private static final String STILL_RUNNING = "still-running";
    private static final int TOO_MANY = 429;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Deployment deployment;
    private final String account;

    Push(Deployment deployment, String account) {
        this.deployment = deployment;
        this.account = account;
    }

    /**
     * Pushes a file and waits until its job has ended.
     *
     * @param outcome what is to become of every row
     * @return seconds from the first byte until the job was seen to have completed
     */
    double file(String kind, Path file, Rows.Format format, long rows, String outcome) {
        long start = System.nanoTime();
        JsonNode job = ended(queue(kind, file, format, UUID.randomUUID().toString()));
        double seconds = (System.nanoTime() - start) / 1e9;
        check(job, rows, outcome);
        return seconds;
    }

    /** Pushes a file and gives its job, whether it is new or was under way with this key already. */
    JsonNode queue(String kind, Path file, Rows.Format format, String key) {
        return send(request("/ingest/" + kind)
                .header("Content-Type", format.mediaType)
                .header("Idempotency-Key", key)
                .POST(publisher(file))
                .build());
    }

    /** Waits until a job has ended. */
    JsonNode ended(JsonNode job) {
        long start = System.nanoTime();
        JsonNode now = job;
        while (!ENDED.contains(now.path("status").asText())) {
            pause(Duration.ofNanos(
                    Math.clamp((System.nanoTime() - start) / 50, SHORTEST.toNanos(), LONGEST.toNanos())));
            now = send(
                    request("/ingest/jobs/" + now.get("jobId").asText()).GET().build());
        }
        return now;
    }

    /**
     * Pushes a batch that is answered at once.
     *
     * @param outcome what is to become of every row
     * @return seconds until the answer was there
     */
    double batch(String kind, Rows.Batch batch, String outcome) {
        long start = System.nanoTime();
        JsonNode answer = send(request("/ingest/" + kind)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(batch.body()))
                .build());
        double seconds = (System.nanoTime() - start) / 1e9;
        check(answer, batch.size(), outcome);
        return seconds;
    }

    private static void check(JsonNode answer, long rows, String outcome) {
        JsonNode counts = answer.path("counts");
        if (!answer.path("status").asText().equals("completed")
                || counts.path(outcome).asLong() != rows) {
            throw new IllegalStateException("Of %d rows not all were %s: %s".formatted(rows, outcome, shorten(answer)));
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(deployment.base() + path))
                .header("Authorization", "Bearer " + deployment.api().token(account));
    }

    private JsonNode send(HttpRequest request) {
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            while (answer.statusCode() == TOO_MANY) {
                pause(Duration.ofSeconds(Long.parseLong(
                        answer.headers().firstValue("Retry-After").orElse("1"))));
                answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            }
            if (answer.statusCode() >= 300 && !answer.body().contains(STILL_RUNNING)) {
                throw new IllegalStateException(request.method() + " "
                        + request.uri().getPath() + " answered " + answer.statusCode() + ": " + shorten(answer.body()));
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    request.method() + " " + request.uri().getPath() + " broke off: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static HttpRequest.BodyPublisher publisher(Path file) {
        try {
            return HttpRequest.BodyPublishers.ofFile(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String shorten(Object text) {
        String all = text.toString();
        return all.length() < 300 ? all : all.substring(0, 300) + " …";
    }

    @Override
    public void close() {
        client.close();
    }
}
