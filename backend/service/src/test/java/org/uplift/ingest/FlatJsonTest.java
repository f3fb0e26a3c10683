package org.uplift.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlatJsonTest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(com.fasterxml.jackson.core.StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** Reads lines with one reader; what it makes of the last of them. */
    private static Optional<Map<String, String>> read(String... lines) {
        List<String> names = new ArrayList<>();
        Map<String, String> members = new LinkedHashMap<>();
        FlatJson reader = new FlatJson(new FlatJson.Members() {
            @Override
            public int place(String name) {
                if (!names.contains(name)) {
                    names.add(name);
                }
                return names.indexOf(name);
            }

            @Override
            public boolean put(int place, String value) {
                return members.put(names.get(place), value) == null;
            }
        });
        boolean taken = false;
        for (String line : lines) {
            members.clear();
            byte[] bytes = ("{}" + line + "}").getBytes(StandardCharsets.US_ASCII);
            taken = reader.read(bytes, 2, 2 + line.length());
        }
        return taken ? Optional.of(members) : Optional.empty();
    }

    @Test
    void membersAreReadAsTheyAreWritten() {
        assertEquals(
                Optional.of(Map.of("a", "x y", "b", "-1.50e2", "c", "true", "d", "", "e", "")),
                read(" { \"a\" : \"x y\",\"b\":-1.50e2, \"c\":true,\"d\":null , \"e\":\"\" }\r"));
        assertEquals(Optional.of(Map.of()), read("{ }"));
    }

    @Test
    void whatIsWrittenAsInAnEarlierLineIsTheSameAndNothingElseIs() {
        String earlier = "{\"a\":\"x\",\"b\":1,\"c\":null}";
        assertEquals(Optional.of(Map.of("a", "x", "b", "1", "c", "")), read(earlier, earlier));
        assertEquals(
                Optional.of(Map.of("a", "x", "b", "12", "c", "")), read(earlier, "{\"a\":\"x\",\"b\":12,\"c\":null}"));
        assertEquals(Optional.of(Map.of("a", "xx", "b", "1.5")), read(earlier, "{\"a\":\"xx\",\"b\":1.5}"));
        assertEquals(
                Optional.of(Map.of("c", "", "b", "1", "a", "x")), read(earlier, "{\"c\":null,\"b\":1,\"a\":\"x\"}"));
        assertEquals(Optional.empty(), read(earlier, "{\"a\":\"x\",\"b\":1,\"c\":nulls}"));
        assertEquals(Optional.empty(), read(earlier, "{\"a\":\"x\",\"b\":1"));
        assertEquals(Optional.empty(), read(earlier, "{\"a\":\"x\",\"a\":\"x\"}"));
        String longer = "{\"a\":\"" + "x".repeat(300) + "\"}";
        assertEquals(Optional.of(Map.of("a", "x".repeat(300))), read(longer, longer));
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
        assertEquals(Optional.empty(), read("{\"a\":1}", line));
    }

    @Property(tries = 5_000)
    void whatItTakesIsWhatAParserReads(@ForAll("lines") String before, @ForAll("lines") String line)
            throws IOException {
        Optional<Map<String, String>> read = read(before, line);
        assertEquals(read(line), read);
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
