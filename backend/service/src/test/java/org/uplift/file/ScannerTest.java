package org.uplift.file;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.uplift.platform.Problem;

/** The conversation with a scanner, which here listens on a socket as clamd does. */
class ScannerTest {
    @TempDir
    Path folder;

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("file"), content);
    }

    private static Scanner at(int port) {
        Scanner scanner = new Scanner();
        scanner.host = Optional.of("127.0.0.1");
        scanner.port = port;
        return scanner;
    }

    /** Takes one file as the protocol says, and answers; what it took comes with the future. */
    private static CompletableFuture<String> listen(ServerSocket socket, Function<String, String> answer) {
        return CompletableFuture.supplyAsync(() -> {
            try (Socket client = socket.accept()) {
                DataInputStream in = new DataInputStream(client.getInputStream());
                String command = new String(in.readNBytes(10), StandardCharsets.US_ASCII);
                ByteArrayOutputStream taken = new ByteArrayOutputStream();
                for (int length = in.readInt(); length > 0; length = in.readInt()) {
                    taken.write(in.readNBytes(length));
                }
                String content = taken.toString(StandardCharsets.UTF_8);
                client.getOutputStream().write((answer.apply(content) + "\0").getBytes(StandardCharsets.UTF_8));
                return command + content;
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Test
    void aFileIsSentInPiecesAndMayBeKeptWhenNothingIsFound() throws Exception {
        String content = "words ".repeat(50_000);
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<String> taken = listen(socket, all -> "stream: OK");
            Path file = file(content);
            assertDoesNotThrow(() -> at(socket.getLocalPort()).scan(file, "words.txt"));
            assertEquals("zINSTREAM\0" + content, taken.get());
        }
    }

    @Test
    void whatIsFoundIsRefused() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            listen(socket, all -> "stream: Some.Signature FOUND");
            Path file = file("bad");
            Problem refused =
                    assertThrows(Problem.class, () -> at(socket.getLocalPort()).scan(file, "bad.txt"));
            assertEquals(422, refused.type().status());
        }
    }

    @Test
    void nothingIsKeptWithoutAnAnswer() throws Exception {
        Path file = file("words");
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            listen(socket, all -> "INSTREAM size limit exceeded. ERROR");
            Problem refused =
                    assertThrows(Problem.class, () -> at(socket.getLocalPort()).scan(file, "words.txt"));
            assertEquals(503, refused.type().status());
        }
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        assertEquals(
                503,
                assertThrows(Problem.class, () -> at(closed).scan(file, "words.txt"))
                        .type()
                        .status());
    }

    @Test
    void withoutAScannerFilesAreTaken() throws IOException {
        Scanner scanner = new Scanner();
        scanner.host = Optional.empty();
        Path file = file("words");
        assertDoesNotThrow(() -> scanner.scan(file, "words.txt"));
    }
}
