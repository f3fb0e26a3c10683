package org.uplift.stack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** A process that ends with this one. */
public final class Child implements AutoCloseable {
    private static final Duration STEP = Duration.ofMillis(200);
    private static final Duration GRACE = Duration.ofSeconds(20);

    private final String name;
    private final Process process;
    private final Path log;

    private Child(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop " + name));
    }

    /** Starts it; what it says goes to the log, and the folder is where it works. */
    public static Child start(String name, List<String> command, Path folder, Map<String, String> environment, Path log)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        Leftover.remember(note(log), process.toHandle());
        return new Child(name, process, log);
    }

    /** Where the number of a process is kept while it runs: beside its log. */
    static Path note(Path log) {
        return log.resolveSibling(log.getFileName() + ".pid");
    }

    /** Waits for a successful answer; says what the process said when it ends before that, or takes too long. */
    public void awaitAnswer(URI address, Duration patience) throws IOException {
        Instant end = Instant.now().plus(patience);
        try (HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(2))
                .build()) {
            HttpRequest request = HttpRequest.newBuilder(address)
                    .timeout(Duration.ofSeconds(5))
                    .build();
            while (Instant.now().isBefore(end)) {
                if (!process.isAlive()) {
                    throw new IOException(name + " has ended with " + process.exitValue() + ":\n" + lastWords());
                }
                try {
                    if (client.send(request, HttpResponse.BodyHandlers.discarding())
                                    .statusCode()
                            == 200) {
                        return;
                    }
                } catch (IOException notYet) {
                    // It is still starting.
                }
                pause();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        close();
        throw new IOException(name + " does not answer at " + address + ":\n" + lastWords());
    }

    /** Waits until it has done what it was for; says what it said when it failed or takes too long. */
    public void awaitEnd(Duration patience) throws IOException {
        try {
            if (process.waitFor(patience.toSeconds(), TimeUnit.SECONDS) && process.exitValue() == 0) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        close();
        throw new IOException(name + " failed:\n" + lastWords());
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    String name() {
        return name;
    }

    String lastWords() throws IOException {
        List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                .lines()
                .toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
    }

    private static void pause() throws InterruptedException {
        Thread.sleep(STEP.toMillis());
    }

    @Override
    public void close() {
        end(GRACE);
    }

    void end(Duration patience) {
        end(family(process.toHandle()), patience);
        note(log).toFile().delete();
    }

    /** A process and all that it has started. */
    static List<ProcessHandle> family(ProcessHandle process) {
        return Stream.concat(process.descendants(), Stream.of(process)).toList();
    }

    /** Asks processes to end, waits until they have, and ends those that do not. */
    static void end(List<ProcessHandle> processes) {
        end(processes, GRACE);
    }

    private static void end(List<ProcessHandle> processes, Duration patience) {
        processes.forEach(ProcessHandle::destroy);
        try {
            CompletableFuture.allOf(
                            processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                    .get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            processes.forEach(ProcessHandle::destroyForcibly);
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            processes.forEach(ProcessHandle::destroyForcibly);
        }
    }
}
