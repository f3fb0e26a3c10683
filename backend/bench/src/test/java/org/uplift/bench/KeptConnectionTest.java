package org.uplift.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class KeptConnectionTest {
    private static final byte[] BODY = new byte[20_000];

    @Test
    void whatIsPostedArrivesWhole() throws Exception {
        List<String> arrived = new CopyOnWriteArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            arrived.add(exchange.getRequestMethod() + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII));
            exchange.sendResponseHeaders(200, BODY.length);
            exchange.getResponseBody().write(BODY);
            exchange.close();
        });
        server.start();
        try (KeptConnection connection =
                new KeptConnection("http://127.0.0.1:" + server.getAddress().getPort(), "token")) {
            connection.send(Request.post("/graphql", "{\"query\":\"{ schools }\"}"));
            connection.get("/schools");
            connection.send(Request.post("/graphql", "{}"));
            assertEquals(List.of("POST {\"query\":\"{ schools }\"}", "GET ", "POST {}"), arrived);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void answersAreReadToTheirEndSoThatTheNextOneFollows() throws Exception {
        AtomicInteger answered = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            answered.incrementAndGet();
            boolean chunked = exchange.getRequestURI().getPath().equals("/chunked");
            int status = exchange.getRequestURI().getPath().equals("/refused") ? 403 : 200;
            exchange.sendResponseHeaders(status, chunked ? 0 : BODY.length);
            exchange.getResponseBody().write(BODY);
            exchange.close();
        });
        server.start();
        try (KeptConnection connection =
                new KeptConnection("http://127.0.0.1:" + server.getAddress().getPort(), "token")) {
            connection.get("/chunked");
            connection.get("/whole");
            connection.get("/chunked");
            assertEquals(3, answered.get());
            assertThrows(IOException.class, () -> connection.get("/refused"));
        } finally {
            server.stop(0);
        }
    }
}
