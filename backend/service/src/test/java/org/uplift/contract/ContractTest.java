package org.uplift.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.yaml.snakeyaml.Yaml;

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

    @ParameterizedTest
    @MethodSource
    void aBreakIsFound(Consumer<Map<String, Object>> change) throws Exception {
        String released = Files.readString(RELEASED);
        Map<String, Object> contract = new Yaml().load(released);
        change.accept(contract);
        assertFalse(
                OpenApiCompare.fromContents(released, new Yaml().dump(contract)).isCompatible());
    }

    static Stream<Named<Consumer<Map<String, Object>>>> aBreakIsFound() {
        return Stream.of(
                Named.of("an address is gone", contract -> at(contract, "paths").remove("/api/v1/measures/{code}")),
                Named.of(
                        "a method is gone",
                        contract ->
                                at(contract, "paths", "/api/v1/targets/{id}").remove("delete")),
                Named.of(
                        "a field is gone from an answer",
                        contract -> at(contract, "components", "schemas", "Target", "properties")
                                .remove("statusReason")),
                Named.of(
                        "a request needs one more field",
                        contract -> list(at(contract, "components", "schemas", "NewPriority"), "required")
                                .add("area")),
                Named.of(
                        "a request needs one more parameter",
                        contract -> list(at(contract, "paths", "/api/v1/cycles", "get"), "parameters")
                                .add(Map.of(
                                        "name",
                                        "colour",
                                        "in",
                                        "query",
                                        "required",
                                        true,
                                        "schema",
                                        Map.of("type", "string")))),
                Named.of(
                        "an answer is gone",
                        contract -> at(contract, "paths", "/api/v1/targets/{id}", "get", "responses", "200", "content")
                                .remove("application/json")));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> at(Map<String, Object> contract, String... path) {
        Map<String, Object> here = contract;
        for (String step : path) {
            here = (Map<String, Object>) here.get(step);
        }
        return here;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Map<String, Object> holder, String name) {
        return (List<Object>) holder.get(name);
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
