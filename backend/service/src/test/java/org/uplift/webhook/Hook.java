package org.uplift.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A receiver of webhooks on this machine, which keeps what it is sent. */
class Hook implements AutoCloseable {
    record Received(String delivery, String event, String signature, String host, String body) {
        JsonPath json() {
            return JsonPath.from(body);
        }

        /** As a receiver has to check it, with one of its secrets. */
        boolean isSignedWith(String secret) {
            String second = signature.replaceFirst("^t=(\\d+),.*$", "$1");
            assertTrue(Math.abs(Long.parseLong(second) - Instant.now().getEpochSecond()) < 300, signature);
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
                String expected =
                        HexFormat.of().formatHex(mac.doFinal((second + "." + body).getBytes(StandardCharsets.UTF_8)));
                return List.of(signature.split(",")).contains("v1=" + expected);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    final List<Received> received = new CopyOnWriteArrayList<>();
    volatile int status = 204;
    volatile String location = "";
    volatile byte[] said = {};
    private final HttpServer server;

    Hook() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            assertEquals("POST", exchange.getRequestMethod());
            assertEquals("application/json", exchange.getRequestHeaders().getFirst("Content-Type"));
            received.add(new Received(
                    exchange.getRequestHeaders().getFirst("Uplift-Delivery"),
                    exchange.getRequestHeaders().getFirst("Uplift-Event"),
                    exchange.getRequestHeaders().getFirst("Uplift-Signature"),
                    exchange.getRequestHeaders().getFirst("Host"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            if (!location.isEmpty()) {
                exchange.getResponseHeaders().set("Location", location);
            }
            exchange.sendResponseHeaders(status, said.length == 0 ? -1 : said.length);
            exchange.getResponseBody().write(said);
            exchange.close();
        });
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    String address() {
        return "http://127.0.0.1:" + port() + "/hook?of=uplift";
    }

    /** What it was told, without the tests. */
    List<String> ids() {
        return received.stream()
                .filter(one -> !one.event().equals("test"))
                .map(one -> one.json().getString("id"))
                .sorted()
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
