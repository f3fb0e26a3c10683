package org.uplift.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Calls the service as anybody else would: over HTTP, with a token of the account. */
public final class Api implements AutoCloseable {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final long TOKEN_LIFE_MILLIS = 120_000;

    private record Held(String token, long until) {}

    private final String base;
    private final IdentityProvider keycloak;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, Held> tokens = new HashMap<>();

    public Api(String base, IdentityProvider keycloak) {
        this.base = base;
        this.keycloak = keycloak;
    }

    public JsonNode get(String account, String path) {
        return send(request(account, path).GET());
    }

    public JsonNode post(String account, String path, Object body) {
        return send(request(account, path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(write(body))));
    }

    /** Changes what was read in a version, by something that is added to it. */
    public JsonNode post(String account, String path, String version, Object body) {
        return send(request(account, path)
                .header("Content-Type", "application/json")
                .header("If-Match", "\"" + version + "\"")
                .POST(HttpRequest.BodyPublishers.ofString(write(body))));
    }

    public JsonNode push(String account, String path, String key, Object body) {
        return send(request(account, path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(write(body))));
    }

    public JsonNode upload(String account, String path, String key, String csv) {
        return send(request(account, path)
                .header("Content-Type", "text/csv")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(csv)));
    }

    public JsonNode patch(String account, String path, String version, Object body) {
        return send(request(account, path)
                .header("Content-Type", "application/merge-patch+json")
                .header("If-Match", "\"" + version + "\"")
                .method("PATCH", HttpRequest.BodyPublishers.ofString(write(body))));
    }

    public JsonNode put(String account, String path, Object body) {
        return send(request(account, path)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(write(body))));
    }

    /** Moves a thing from one state to another, from the version that was read. */
    public JsonNode change(String account, String path, String version, Object body) {
        return send(request(account, path)
                .header("Content-Type", "application/json")
                .header("If-Match", "\"" + version + "\"")
                .POST(HttpRequest.BodyPublishers.ofString(write(body))));
    }

    public JsonNode put(String account, String path, String version, Object body) {
        return send(request(account, path)
                .header("Content-Type", "application/json")
                .header("If-Match", "\"" + version + "\"")
                .PUT(HttpRequest.BodyPublishers.ofString(write(body))));
    }

    private HttpRequest.Builder request(String account, String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).header("Authorization", "Bearer " + token(account));
    }

    /** A token of an account, fresh enough for the next few minutes. */
    public synchronized String token(String account) {
        Held held = tokens.get(account);
        if (held == null || held.until() < System.currentTimeMillis()) {
            Supplier<String> fresh = account.endsWith("-demo")
                    ? () -> keycloak.clientToken(account, account + "-secret")
                    : () -> keycloak.token(account);
            held = new Held(fresh.get(), System.currentTimeMillis() + TOKEN_LIFE_MILLIS);
            tokens.put(account, held);
        }
        return held.token();
    }

    private JsonNode send(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(
                        request.method() + " " + request.uri() + ": " + answer.statusCode() + " " + answer.body());
            }
            @Nullable String body = answer.body();
            return body == null || body.isEmpty() ? JSON.createObjectNode() : JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException("No answer from " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String write(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
