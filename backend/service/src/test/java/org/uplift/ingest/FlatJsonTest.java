package org.uplift.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlatJsonTest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(com.fasterxml.jackson.core.StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static Optional<Map<String, String>> read(String line, @Nullable String expected) {
        Map<String, String> members = new LinkedHashMap<>();
        byte[] bytes = ("{}" + line + "}").getBytes(StandardCharsets.US_ASCII);
        boolean taken = FlatJson.read(bytes, 2, 2 + line.length(), new FlatJson.Members() {
            @Override
            public @Nullable String expected() {
                return expected;
            }

            @Override
            public boolean member(String name, String value) {
                return members.put(name, value) == null;
            }
        });
        return taken ? Optional.of(members) : Optional.empty();
    }

    @Test
    void membersAreReadAsTheyAreWritten() {
        assertEquals(
                Optional.of(Map.of("a", "x y", "b", "-1.50e2", "c", "true", "d", "", "e", "")),
                read(" { \"a\" : \"x y\",\"b\":-1.50e2, \"c\":true,\"d\":null , \"e\":\"\" }\r", "a"));
        assertEquals(Optional.of(Map.of()), read("{ }", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "}",
                "[]",
                "{\"a\":1",
                "{\"a\":1}x",
                "{\"a\":1,}",
                "{,}",
                "{\"a\"}",
                "{a:1}",
                "{\"a\":01}",
                "{\"a\":1.}",
                "{\"a\":.5}",
                "{\"a\":+1}",
                "{\"a\":-}",
                "{\"a\":1e}",
                "{\"a\":NaN}",
                "{\"a\":nul}",
                "{\"a\":{}}",
                "{\"a\":[]}",
                "{\"a\":\"\t\"}",
                "{\"a\":1,\"a\":2}",
                "{\"a\":1 2}",
                "{\"a\":\"x}"
            })
    void whatIsNoFlatObjectIsLeft(String line) {
        assertEquals(Optional.empty(), read(line, "a"));
    }

    @Property(tries = 5_000)
    void whatItTakesIsWhatAParserReads(@ForAll("lines") String line, @ForAll("names") String expected)
            throws IOException {
        Optional<Map<String, String>> read = read(line, expected);
        if (read.isPresent()) {
            Map<String, String> parsed = new LinkedHashMap<>();
            JsonNode tree = JSON.readTree(line);
            assertTrue(tree.isObject(), line);
            tree.properties().forEach(member -> parsed.put(member.getKey(), text(member.getValue())));
            assertEquals(parsed.keySet(), read.get().keySet(), line);
            parsed.forEach((name, value) -> {
                if (tree.get(name).isNumber()) {
                    assertEquals(
                            Double.parseDouble(value),
                            Double.parseDouble(read.get().get(name)),
                            line);
                } else {
                    assertEquals(value, read.get().get(name), line);
                }
            });
        }
    }

    private static String text(JsonNode value) {
        return value.isNull() ? "" : value.asText();
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of("a", "b", "upn", "schoolUrn");
    }

    /** Objects, and what becomes of them when something is broken. */
    @Provide
    Arbitrary<String> lines() {
        Arbitrary<String> value = Arbitraries.of(
                "1",
                "0",
                "-0.5",
                "12e3",
                "01",
                "1.",
                "-",
                "true",
                "fals",
                "null",
                "\"\"",
                "\"x\"",
                "\"a,b:{}\"",
                "{}",
                "[1]",
                "",
                " 7 ",
                "1 2",
                "Infinity");
        Arbitrary<String> member = Combinators.combine(names(), Arbitraries.of(":", " : ", "", "::"), value)
                .as((name, colon, v) -> "\"" + name + "\"" + (colon.isEmpty() && !v.isEmpty() ? ":" : colon) + v);
        Arbitrary<String> object = Combinators.combine(
                        Arbitraries.of("{", " {", "{{", ""),
                        member.list().ofMaxSize(4),
                        Arbitraries.of(",", " , ", ",,"),
                        Arbitraries.of("}", "} ", "}}", "", "} x"))
                .as((open, members, comma, close) -> open + String.join(comma, members) + close);
        Arbitrary<String> noise =
                Arbitraries.strings().withChars("{}\":,01.-eEtrufalsn ab\t").ofMaxLength(20);
        return Arbitraries.oneOf(object, noise);
    }
}
