package org.uplift.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is put is given back, and forgotten when it is removed, wherever it is kept. */
class FileStoreTest {
    private static final byte[] CONTENT = "Twelve books".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private void keeps(FileStore store) throws IOException {
        UUID id = UUID.randomUUID();
        Path content = Files.write(folder.resolve("content"), CONTENT);
        store.put(id, content);
        try (InputStream kept = store.open(id)) {
            assertArrayEquals(CONTENT, kept.readAllBytes());
        }
        store.put(id, Files.writeString(content, "Thirteen books"));
        try (InputStream kept = store.open(id)) {
            assertEquals("Thirteen books", new String(kept.readAllBytes(), StandardCharsets.UTF_8));
        }
        store.remove(id);
        assertThrows(IOException.class, () -> store.open(id));
        assertDoesNotThrow(() -> store.remove(id));
    }

    @Test
    void aFolderKeepsThem() throws IOException {
        Path kept = folder.resolve("kept");
        keeps(new Folder(kept));
        try (var left = Files.list(kept)) {
            assertEquals(0, left.count());
        }
    }

    /** The object store here takes, gives and forgets by the addresses of S3; who asks is signed and not checked. */
    @Test
    void aBucketKeepsThem() throws IOException {
        Map<String, byte[]> objects = new ConcurrentHashMap<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/evidence/", exchange -> answer(exchange, objects));
        server.start();
        try {
            keeps(bucket(server.getAddress().getPort()));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aBucketThatDoesNotAnswerIsAnError() throws IOException {
        Path content = Files.write(folder.resolve("content"), CONTENT);
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        FileStore store = bucket(closed);
        assertThrows(IOException.class, () -> store.put(UUID.randomUUID(), content));
    }

    private FileStore bucket(int port) {
        return new FileStores()
                .store(
                        folder,
                        Optional.of("evidence"),
                        Optional.of(URI.create("http://127.0.0.1:" + port)),
                        "eu-west-2",
                        Optional.of("key-id"),
                        Optional.of("key"));
    }

    private static void answer(HttpExchange exchange, Map<String, byte[]> objects) throws IOException {
        String key = exchange.getRequestURI().getPath();
        byte[] body = exchange.getRequestBody().readAllBytes();
        switch (exchange.getRequestMethod()) {
            case "PUT" -> {
                objects.put(key, body);
                exchange.sendResponseHeaders(200, -1);
            }
            case "DELETE" -> {
                objects.remove(key);
                exchange.sendResponseHeaders(204, -1);
            }
            default -> {
                byte[] kept = objects.get(key);
                if (kept == null) {
                    exchange.sendResponseHeaders(404, -1);
                } else {
                    exchange.sendResponseHeaders(200, kept.length);
                    exchange.getResponseBody().write(kept);
                }
            }
        }
        exchange.close();
    }
}
