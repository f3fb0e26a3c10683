package org.uplift.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Python with what the generated client and the walk-through need, in an environment of its own. */
final class Python {
    static final Path GENERATED = Path.of("target/python").toAbsolutePath();
    private static final Path HOME = Path.of("target/venv").toAbsolutePath();
    private static final Path PROGRAMS = Path.of("src/test/python").toAbsolutePath();

    private static final CompletableFuture<Boolean> MADE = CompletableFuture.supplyAsync(Python::make);

    private record Run(int status, String said) {}

    private Python() {}

    /** Makes the environment, while something else goes on. */
    static void begin() {
        MADE.isDone();
    }

    /** Waits for the environment; where there is no Python the test is skipped. */
    static void prepare() {
        assumeTrue(MADE.join(), "skipped: there is no python3 here of 3.11 or newer that can make environments (venv)");
    }

    private static boolean make() {
        try {
            if (!isThere()) {
                return false;
            }
            String needed = Files.readString(GENERATED.resolve("requirements.txt"))
                    + Files.readString(PROGRAMS.resolve("requirements.txt"));
            Path done = HOME.resolve("done");
            if (!Files.exists(done) || !Files.readString(done).equals(needed)) {
                install();
                Files.writeString(done, needed);
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void install() throws IOException, InterruptedException {
        succeed(run(List.of("python3", "-m", "venv", "--clear", HOME.toString()), Map.of()));
        succeed(run(
                List.of(
                        python(),
                        "-m",
                        "pip",
                        "install",
                        "--quiet",
                        "--no-compile",
                        "--disable-pip-version-check",
                        "--requirement",
                        GENERATED.resolve("requirements.txt").toString(),
                        "--requirement",
                        PROGRAMS.resolve("requirements.txt").toString()),
                Map.of()));
    }

    private static boolean isThere() throws InterruptedException {
        try {
            return run(
                                    List.of(
                                            "python3",
                                            "-c",
                                            "import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))"),
                                    Map.of())
                            .status()
                    == 0;
        } catch (IOException notThere) {
            return false;
        }
    }

    /** Runs a program of {@code src/test/python} and gives what it has said; it has to end well. */
    static String run(String program, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(python(), PROGRAMS.resolve(program).toString()));
        command.addAll(List.of(arguments));
        return succeed(run(command, environment));
    }

    static Path program(String name) {
        return PROGRAMS.resolve(name);
    }

    private static String python() {
        return HOME.resolve("bin/python").toString();
    }

    private static String succeed(Run run) {
        assertEquals(0, run.status(), run.said());
        return run.said();
    }

    private static Run run(List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), said);
    }
}
