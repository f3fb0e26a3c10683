package org.uplift.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Published data about real schools, which lies beside the project where it is there at all. */
public final class Published {
    private static final Path FOLDER = Path.of("../../../shared/data");

    private Published() {}

    /** The bytes of a file; the test is skipped, and says so, when it is not there. */
    public static byte[] file(String name) throws IOException {
        Path file = FOLDER.resolve(name);
        assumeTrue(Files.exists(file), "skipped: " + name + " is not beside the project");
        return Files.readAllBytes(file);
    }
}
