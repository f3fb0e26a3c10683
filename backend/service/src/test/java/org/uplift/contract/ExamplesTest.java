package org.uplift.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What machines and analysts use shows what is sent and answered; that examples are valid is seen to by the linter. */
class ExamplesTest {
    private static final Set<String> TAGS =
            Set.of("Changes", "Concerns", "Data sets", "Ingestion", "Targets", "Webhooks");
    /** Whose parts tell more than one example of the whole would. */
    private static final Set<String> WITHOUT = Set.of(
            "ColleaguePage",
            "ConcernDeletionPage",
            "ConcernCounts",
            "ConcernLists",
            "ConcernReadPage",
            "ConcernThemes",
            "FileColumns",
            "QuarantinePage");

    private final JsonNode contract;

    ExamplesTest() throws Exception {
        contract = new ObjectMapper().valueToTree(new Yaml().load(Files.readString(Path.of("../../openapi.yaml"))));
    }

    @Test
    void everyBodyOfTheseOperationsHasAnExample() {
        Set<String> bodies = new TreeSet<>();
        Set<String> lacking = new TreeSet<>();
        operations().flatMap(this::bodies).forEach(schema -> {
            bodies.add(name(schema));
            if (!isShown(schema)) {
                lacking.add(name(schema));
            }
        });
        assertTrue(bodies.size() > 50, () -> bodies.size() + " bodies");
        lacking.removeAll(WITHOUT);
        assertEquals(Set.of(), lacking, "a body without an example");
    }

    private Stream<JsonNode> operations() {
        return contract.path("paths")
                .valueStream()
                .flatMap(JsonNode::valueStream)
                .filter(operation -> operation
                        .path("tags")
                        .valueStream()
                        .map(JsonNode::asText)
                        .anyMatch(TAGS::contains));
    }

    /** The schemas of what is sent and of what is answered when all is well, as far as they are JSON. */
    private Stream<JsonNode> bodies(JsonNode operation) {
        Stream<JsonNode> sent = Stream.of(operation.path("requestBody").path("content"));
        Stream<JsonNode> answered = operation
                .path("responses")
                .propertyStream()
                .filter(response -> response.getKey().startsWith("2"))
                .map(response -> response.getValue().path("content"));
        return Stream.concat(sent, answered)
                .flatMap(JsonNode::propertyStream)
                .filter(media -> List.of("application/json", "application/merge-patch+json")
                        .contains(media.getKey()))
                .map(media -> media.getValue().path("schema"));
    }

    /** A list shows what it is of. */
    private boolean isShown(JsonNode schema) {
        if (schema.has("$ref")) {
            return isShown(contract.at(schema.path("$ref").asText().substring(1)));
        }
        return schema.has("examples")
                || (schema.has("items") && isShown(schema.path("items")))
                || (schema.path("properties").has("results")
                        && isShown(schema.path("properties").path("results")));
    }

    private static String name(JsonNode schema) {
        String reference = schema.path("$ref").asText();
        return reference.substring(reference.lastIndexOf('/') + 1);
    }
}
