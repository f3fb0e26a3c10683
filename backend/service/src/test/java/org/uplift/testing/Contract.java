package org.uplift.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.restassured.OpenApiValidationFilter;
import io.restassured.filter.Filter;
import io.restassured.http.Method;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;

/** Holds every answer of the tests against the contract. What tests send may be wrong; what they get may not. */
public final class Contract {
    static final Filter FILTER = filter();

    private Contract() {}

    private static Filter filter() {
        OpenApiInteractionValidator validator = OpenApiInteractionValidator.createForSpecificationUrl(
                        Path.of("../../openapi.yaml")
                                .toAbsolutePath()
                                .normalize()
                                .toString())
                .withLevelResolver(LevelResolver.create()
                        .withLevel("validation.request", ValidationReport.Level.IGNORE)
                        .withLevel(
                                "validation.response.body.schema.additionalProperties", ValidationReport.Level.IGNORE)
                        .build())
                .build();
        return new OpenApiValidationFilter(validator);
    }

    /** What the contract lets one ask. */
    public record Operation(Method method, String path) {}

    /** Every operation of the contract. */
    @SuppressWarnings("unchecked") // what is read from YAML has no types
    public static List<Operation> operations() throws IOException {
        Map<String, Object> contract = new Yaml().load(Files.readString(Path.of("../../openapi.yaml")));
        List<Operation> operations = new ArrayList<>();
        ((Map<String, Map<String, Object>>) contract.get("paths"))
                .forEach((path, item) -> item.keySet()
                        .forEach(method ->
                                operations.add(new Operation(Method.valueOf(method.toUpperCase(Locale.ROOT)), path))));
        assertTrue(operations.size() > 15);
        return operations;
    }
}
