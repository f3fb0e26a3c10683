package org.uplift.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What is deprecated is told in one way, and early enough: see the guide for integrators. */
class DeprecationTest {
    private static final Pattern SENTENCE = Pattern.compile(
            "Deprecated since (\\d{4}-\\d{2}-\\d{2}), and there until (\\d{4}-\\d{2}-\\d{2})\\. Use .+\\.$");
    private static final MonthDay END_OF_THE_YEAR = MonthDay.of(8, 31);

    @Test
    void whatIsDeprecatedSaysSinceWhenUntilWhenAndWhatInstead() throws Exception {
        assertEquals(List.of(), wrong(Files.readString(Path.of("../../openapi.yaml"))));
    }

    @Test
    @SuppressWarnings("unchecked") // what is read from YAML has no types
    void aFieldThatIsDeprecatedSaysWhatInstead() throws Exception {
        Map<String, Map<String, Map<String, Object>>> contract =
                new Yaml().load(Files.readString(Path.of("../../openapi.yaml")));
        List<String> deprecated = new ArrayList<>();
        contract.get("components")
                .get("schemas")
                .forEach((name, schema) -> ((Map<String, Map<String, Object>>)
                                ((Map<String, Object>) schema).getOrDefault("properties", Map.of()))
                        .forEach((field, said) -> {
                            if (Boolean.TRUE.equals(said.get("deprecated"))) {
                                deprecated.add(name + "." + field);
                                assertTrue(
                                        String.valueOf(said.get("description")).contains("instead"),
                                        name + "." + field + " does not say what to use instead");
                            }
                        }));
        assertTrue(deprecated.contains("Target.narrative"), () -> deprecated + " are deprecated");
    }

    @Test
    void anOperationThatSaysNothingOfItIsFound() {
        assertEquals(List.of("GET /old does not say since when, until when and what to use instead"), wrong("""
                        paths:
                          /old:
                            get:
                              deprecated: true
                              description: Gives what is old.
                              responses: {}
                        """));
    }

    @Test
    void anOperationThatEndsWithinTheYearIsFound() {
        assertEquals(
                List.of(
                        "GET /old ends on 2027-08-31, before 2027-12-01",
                        "POST /old ends on 2028-03-31, within an academic year",
                        "POST /old does not answer 200 with Deprecation and Sunset"),
                wrong("""
                        paths:
                          /old:
                            get:
                              deprecated: true
                              description: Gives. Deprecated since 2026-12-01, and there until 2027-08-31. Use GET /new.
                              responses: {"200": {headers: {Deprecation: {}, Sunset: {}}}}
                            post:
                              deprecated: true
                              description: Takes. Deprecated since 2026-12-01, and there until 2028-03-31. Use POST /new.
                              responses: {"200": {description: Taken}}
                        """));
    }

    @SuppressWarnings("unchecked") // what is read from YAML has no types
    private static List<String> wrong(String contract) {
        List<String> wrong = new ArrayList<>();
        Map<String, Map<String, Map<String, Object>>> paths = (Map<String, Map<String, Map<String, Object>>>)
                new Yaml().<Map<String, Object>>load(contract).get("paths");
        paths.forEach((path, item) -> item.forEach((method, operation) -> {
            if (Boolean.TRUE.equals(operation.get("deprecated"))) {
                check(method.toUpperCase(java.util.Locale.ROOT) + " " + path, operation, wrong);
            }
        }));
        return wrong;
    }

    @SuppressWarnings("unchecked") // what is read from YAML has no types
    private static void check(String name, Map<String, Object> operation, List<String> wrong) {
        Matcher said = SENTENCE.matcher(String.valueOf(operation.get("description")));
        if (!said.find()) {
            wrong.add(name + " does not say since when, until when and what to use instead");
            return;
        }
        LocalDate until = LocalDate.parse(said.group(2));
        LocalDate earliest = LocalDate.parse(said.group(1)).plusMonths(12);
        if (until.isBefore(earliest)) {
            wrong.add(name + " ends on " + until + ", before " + earliest);
        }
        if (!MonthDay.from(until).equals(END_OF_THE_YEAR)) {
            wrong.add(name + " ends on " + until + ", within an academic year");
        }
        ((Map<String, Map<String, Object>>) operation.get("responses")).forEach((status, response) -> {
            if (!(response.get("headers") instanceof Map<?, ?> headers
                    && headers.keySet().containsAll(List.of("Deprecation", "Sunset")))) {
                wrong.add(name + " does not answer " + status + " with Deprecation and Sunset");
            }
        });
    }
}
