package org.uplift.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
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
            assertEquals(List.of(), Breaks.between(released, present), "this needs a new version, or another way");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void aBreakIsFound(String told, Consumer<Map<String, Object>> change) throws Exception {
        assertTrue(after(change).contains(told), () -> told + " is not among " + after(change));
    }

    static Stream<Arguments> aBreakIsFound() {
        return Stream.of(
                breaking(
                        "GET /api/v1/measures/{code} is gone",
                        contract -> at(contract, "paths").remove("/api/v1/measures/{code}")),
                breaking(
                        "DELETE /api/v1/targets/{id} is gone",
                        contract ->
                                at(contract, "paths", "/api/v1/targets/{id}").remove("delete")),
                breaking(
                        "GET /api/v1/cycles trust is no parameter any more",
                        contract -> list(at(contract, "paths", "/api/v1/cycles", "get"), "parameters")
                                .removeIf(parameter -> parameter.toString().contains("name=trust"))),
                breaking(
                        "GET /api/v1/cycles colour is needed now",
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
                breaking(
                        "GET /api/v1/targets/{id} 200 has no application/json any more",
                        contract -> at(contract, "paths", "/api/v1/targets/{id}", "get", "responses", "200", "content")
                                .remove("application/json")),
                breaking(
                        "GET /api/v1/targets/{id} 404 is no answer any more",
                        contract -> at(contract, "paths", "/api/v1/targets/{id}", "get", "responses")
                                .remove("404")),
                breaking(
                        "Target.statusReason is gone in an answer",
                        contract -> fields(contract, "Target").remove("statusReason")),
                breaking(
                        "Target.statusReason is gone in an answer",
                        contract -> fields(contract, "Target")
                                .put(
                                        "reasonOfStatus",
                                        fields(contract, "Target").remove("statusReason"))),
                breaking(
                        "Target.status may be absent now",
                        contract -> list(at(contract, "components", "schemas", "Target"), "required")
                                .remove("status")),
                breaking(
                        "NewPriority.area is needed now",
                        contract -> list(at(contract, "components", "schemas", "NewPriority"), "required")
                                .add("area")),
                breaking(
                        "NewPriority.area is gone in a request",
                        contract -> fields(contract, "NewPriority").remove("area")),
                breaking(
                        "NewPriority.area is [integer] instead of [string] in a request",
                        contract -> at(fields(contract, "NewPriority"), "area").put("type", "integer")),
                breaking(
                        "NewPriorityPatch.area is [string] instead of [null, string] in a request",
                        contract ->
                                at(fields(contract, "NewPriorityPatch"), "area").put("type", "string")),
                breaking(
                        "Target.targetValue is [string] instead of [number] in an answer",
                        contract ->
                                at(fields(contract, "Target"), "targetValue").put("type", "string")),
                breaking(
                        "Target.targetValue is [null, number] instead of [number] in an answer",
                        contract ->
                                at(fields(contract, "Target"), "targetValue").put("type", List.of("number", "null"))),
                breaking(
                        "Target.id is [integer] instead of [string] in an answer",
                        contract -> fields(contract, "Target").put("id", Map.of("type", "integer"))),
                breaking(
                        "Target.dueDate has the format \"date-time\" instead of \"date\" in an answer",
                        contract -> at(contract, "components", "schemas", "LocalDate")
                                .put("format", "date-time")),
                breaking(
                        "StageChange.stage is never closed now in a request",
                        contract -> list(at(contract, "components", "schemas", "Stage"), "enum")
                                .remove("closed")),
                breaking(
                        "Target.status is never missed now in an answer",
                        contract -> list(at(contract, "components", "schemas", "TargetStatus"), "enum")
                                .remove("missed")),
                breaking(
                        "NewPriority.title has a lower maxLength",
                        contract -> at(fields(contract, "NewPriority"), "title").put("maxLength", 100)));
    }

    @ParameterizedTest
    @MethodSource
    void growthIsNoBreak(Consumer<Map<String, Object>> change) {
        assertEquals(List.of(), after(change));
    }

    static Stream<Named<Consumer<Map<String, Object>>>> growthIsNoBreak() {
        return Stream.of(
                Named.of(
                        "an operation comes",
                        contract -> at(contract, "paths")
                                .put("/api/v1/colours", Map.of("get", Map.of("responses", Map.of())))),
                Named.of(
                        "a request may say more",
                        contract -> fields(contract, "NewPriority").put("colour", Map.of("type", "string"))),
                Named.of(
                        "a request may leave out more",
                        contract -> list(at(contract, "components", "schemas", "NewPriority"), "required")
                                .remove("title")),
                Named.of(
                        "a request may be longer",
                        contract -> at(fields(contract, "NewPriority"), "title").put("maxLength", 300)),
                Named.of(
                        "a request may be of more types",
                        contract ->
                                at(fields(contract, "NewCycle"), "schoolUrn").put("type", List.of("number", "null"))),
                Named.of(
                        "an answer says more",
                        contract -> fields(contract, "Target").put("colour", Map.of("type", "string"))),
                Named.of(
                        "a value comes",
                        contract -> list(at(contract, "components", "schemas", "TargetStatus"), "enum")
                                .add("ahead")),
                Named.of(
                        "something is told in other words",
                        contract ->
                                at(fields(contract, "Target"), "statusReason").put("description", "Why")));
    }

    private static Arguments breaking(String told, Consumer<Map<String, Object>> change) {
        return Arguments.of(told, change);
    }

    /** What breaks when the released contract is changed. */
    private static List<String> after(Consumer<Map<String, Object>> change) {
        try {
            String released = Files.readString(RELEASED);
            Map<String, Object> contract = new Yaml().load(released);
            change.accept(contract);
            return Breaks.between(released, new Yaml().dump(contract));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> fields(Map<String, Object> contract, String schema) {
        return at(contract, "components", "schemas", schema, "properties");
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
