package org.uplift.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example for vendors in {@code docs/examples}, with a year of eleven schools, a real Keycloak and the built service. */
class ExampleClientTest {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Generator.Shape SHAPE = new Generator.Shape(11, 2025, 1, 2);
    private static final int RESULTS = 2 * Generator.RESULTS_OF_A_CLASS_OF_ONE;
    private static final int PUPILS = 2 * 7;

    @TempDir
    static Path folder;

    private static Stand stand;
    private static Deployment deployment;

    private record Run(int status, String said) {}

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(isThere("python3"), "skipped: there is no python3 here");
        Generator generator = new Generator(SHAPE);
        for (Rows rows : List.of(generator.pupils(), generator.results(0), generator.attendance())) {
            rows.write(folder.resolve(rows.kind() + ".csv"), Rows.Format.CSV);
        }
        stand = Stand.start(ROOT);
        deployment = Deployment.start(stand, "example");
        deployment.enrol(generator, SHAPE);
    }

    @AfterAll
    static void stop() {
        if (deployment != null) {
            deployment.close();
        }
        if (stand != null) {
            stand.close();
        }
    }

    private static boolean isThere(String program) throws InterruptedException {
        try {
            return new ProcessBuilder(program, "--version").start().waitFor() == 0;
        } catch (IOException notThere) {
            return false;
        }
    }

    @Test
    void aYearOfElevenSchoolsIsTakenAsFarAsTheClientIsRegisteredAndInSpiteOfTroubles() throws Exception {
        deployment.register(IntStream.rangeClosed(900001, 900005));
        Run first;
        try (Unreliable way = new Unreliable(deployment.service().url())) {
            first = push(way.url(), "json", "first");
            List<String> keys = way.keys();
            assertEquals(keys.get(0), keys.get(1), "a lost answer is asked for with the same key");
            assertEquals(keys.get(2), keys.get(3), "and so is what came too soon");
            assertEquals(keys.get(4), keys.get(5), "and what came without a valid token");
        }
        assertEquals(2, first.status(), first.said());
        says(
                first,
                "pupils.csv: 154 received, %d created, 0 updated, 0 unchanged, %d rejected, 0 quarantined"
                        .formatted(5 * PUPILS, 6 * PUPILS));
        says(first, "%d created, 0 updated, 0 unchanged, %d rejected".formatted(5 * RESULTS, 6 * RESULTS));
        says(
                first,
                "attendance.csv: %d received, %d created, 0 updated, 0 unchanged, %d rejected"
                        .formatted(11 * 3 * PUPILS, 5 * 3 * PUPILS, 6 * 3 * PUPILS));
        says(first, "pupils.csv line %d rejected: school-not-registered at /rows/".formatted(5 * PUPILS + 2));

        assertEquals(
                first.said().lines().filter(line -> line.startsWith("pupils")).toList(),
                push(deployment.service().url(), "json", "first")
                        .said()
                        .lines()
                        .filter(line -> line.startsWith("pupils"))
                        .toList(),
                "the same run again gets the same answers");

        deployment.register(IntStream.rangeClosed(900006, 900011));
        Run second = push(deployment.service().url(), "csv", "second");
        assertEquals(0, second.status(), second.said());
        says(second, "%d created, 0 updated, %d unchanged, 0 rejected".formatted(6 * PUPILS, 5 * PUPILS));
        says(second, "%d created, 0 updated, %d unchanged, 0 rejected".formatted(6 * RESULTS, 5 * RESULTS));
        says(second, "%d created, 0 updated, %d unchanged, 0 rejected".formatted(6 * 3 * PUPILS, 5 * 3 * PUPILS));
    }

    private static void says(Run run, String part) {
        assertTrue(run.said().contains(part), () -> "\"" + part + "\" is not in:\n" + run.said());
    }

    private static Run push(String service, String form, String name) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        "python3",
                        ROOT.resolve("docs/examples/mis_client.py").toString(),
                        "--client",
                        Deployment.SENDER,
                        "--api",
                        service + "/api/v1",
                        "--token-url",
                        stand.keycloak().issuer() + "/protocol/openid-connect/token",
                        "--as",
                        form,
                        "--batch",
                        "500",
                        "--run",
                        name,
                        folder.toString()))
                .redirectErrorStream(true);
        builder.environment().put("UPLIFT_SECRET", Deployment.SENDER + "-secret");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), said);
    }
}
