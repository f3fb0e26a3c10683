package org.uplift.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class KeptConnectionTest {
    private static final byte[] BODY = new byte[20_000];

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
