package org.uplift.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.function.Supplier;

/**
 * Somebody who asks a server for one thing, again and again.
 *
 * @param base scheme, host and port
 * @param token gives one that is still good for some minutes
 */
record Reader(String base, Supplier<String> token, Request request) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CONNECTIONS = 16;

    static Reader of(Deployment deployment, String account, String path) {
        return new Reader(deployment.service().url(), () -> deployment.api().token(account), Request.get(path));
    }

    private Reader with(String other) {
        return new Reader(base, () -> other, request);
    }

    /** Compares how many answers two readers get in a second, who take turns. */
    static Line.Runs compare(String name, Ground ground, Reader ours, Reader theirs) {
        Line.Runs rates = new Line.Runs();
        theirs.load().warmUp(CONNECTIONS, ground.size().warmUp());
        ours.load().warmUp(CONNECTIONS, ground.size().warmUp());
        for (int run = 0; run < ground.size().runs(); run++) {
            Bench.say(
                    "%s, run %d of %d …".formatted(name, run + 1, ground.size().runs()));
            Load.Answers ofTheirs =
                    theirs.load().busy(CONNECTIONS, ground.size().load());
            Load.Answers ofOurs = ours.load().busy(CONNECTIONS, ground.size().load());
            rates.add(ofOurs.perSecond(), ofTheirs.perSecond());
        }
        return rates;
    }

    private Load load() {
        return new Load(base, token.get(), request);
    }

    /** Before it is measured how fast answers come they have to be right: a number, or how many things are there. */
    Reader sees(String pointer, int expected) {
        JsonNode found = answer().at(pointer);
        int seen = found.isContainerNode() ? found.size() : found.asInt(-1);
        if (seen != expected) {
            throw new IllegalStateException(
                    "%s%s answers %s at %s; expected was %d".formatted(base, request.path(), found, pointer, expected));
        }
        return this;
    }

    /** A comparison is fair only while the other looks at the token too. */
    Reader isRefusedWithoutToken() {
        return refused(with("no.such.token"));
    }

    /** And while it refuses what a token does not open. */
    Reader isRefused(String path) {
        return refused(new Reader(base, token, Request.get(path)));
    }

    private Reader refused(Reader stranger) {
        int status = ask(stranger).statusCode();
        if (status != 401 && status != 403) {
            throw new IllegalStateException(
                    base + stranger.request.path() + " answers " + status + " to somebody who may not see it.");
        }
        return this;
    }

    /** Or while what a token does not open stays hidden. */
    Reader seesNothing(String pointer, String token) {
        JsonNode found = with(token).answer().at(pointer);
        if (!found.isNull()) {
            throw new IllegalStateException(
                    "%s%s answers %s to somebody who may not see it.".formatted(base, request.path(), found));
        }
        return this;
    }

    private JsonNode answer() {
        HttpResponse<String> answer = ask(this);
        try {
            JsonNode body = JSON.readTree(answer.body());
            if (answer.statusCode() == 200 && !body.has("errors")) {
                return body;
            }
        } catch (IOException notJson) {
            // It is told below.
        }
        throw new IllegalStateException(
                "%s%s answers %d: %s".formatted(base, request.path(), answer.statusCode(), answer.body()));
    }

    private static HttpResponse<String> ask(Reader reader) {
        HttpRequest.Builder question = HttpRequest.newBuilder(URI.create(reader.base + reader.request.path()))
                .header("Authorization", "Bearer " + reader.token.get());
        String body = reader.request.body();
        if (body != null) {
            question.header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body));
        }
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(question.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException("No answer from " + reader.base, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
