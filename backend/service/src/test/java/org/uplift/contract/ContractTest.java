package org.uplift.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;

/** What others have built on stays: the contract may grow, and breaks only with a new first number of its version. */
class ContractTest {
    private static final Path PRESENT = Path.of("../../openapi.yaml");
    private static final Path RELEASED = Path.of("src/test/resources/contract/released.yaml");

    @Test
    void theContractIsWhatTheCodeSays() throws Exception {
        Path generated = Path.of("target/contract/openapi.yaml");
        assertTrue(Files.exists(generated), "the build writes the contract");
        assertEquals(Files.readString(generated), Files.readString(PRESENT), "run: make contract");
    }

    @Test
    void theContractIsCompatibleWithTheReleasedOne() throws Exception {
        String released = Files.readString(RELEASED);
        String present = Files.readString(PRESENT);
        if (major(released).equals(major(present))) {
            ChangedOpenApi change = OpenApiCompare.fromContents(released, present);
            assertTrue(change.isCompatible(), "the contract breaks what has been released, without a new version");
        }
    }

    @Test
    void aBreakIsFound() throws Exception {
        String released = Files.readString(RELEASED);
        String broken = released.replace("/api/v1/measures/{code}", "/api/v1/measure/{code}");
        assertFalse(OpenApiCompare.fromContents(released, broken).isCompatible());
    }

    private static String major(String contract) {
        return contract.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("version:"))
                .map(line -> line.replaceAll("[^0-9.]", "").split("\\.")[0])
                .findFirst()
                .orElseThrow();
    }
}
