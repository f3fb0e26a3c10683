package org.uplift.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.Yaml;

/**
 * What breaks for those who have built on one contract when another takes its place. What they send has to be taken as
 * before, and what they are answered has to be what they know: a request may become wider, an answer may say more.
 */
final class Breaks {
    private enum Direction {
        SENT("in a request"),
        ANSWERED("in an answer");

        private final String words;

        Direction(String words) {
            this.words = words;
        }
    }

    private static final List<String> UPPER = List.of("maximum", "maxLength", "maxItems");
    private static final List<String> LOWER = List.of("minimum", "minLength", "minItems");

    private final JsonNode before;
    private final JsonNode after;
    private final Set<String> found = new LinkedHashSet<>();
    private final Set<String> compared = new HashSet<>();

    private Breaks(JsonNode before, JsonNode after) {
        this.before = before;
        this.after = after;
    }

    /** Each break in a sentence; none when the second contract only grows. */
    static List<String> between(String released, String present) {
        ObjectMapper json = new ObjectMapper();
        Breaks breaks =
                new Breaks(json.valueToTree(new Yaml().load(released)), json.valueToTree(new Yaml().load(present)));
        breaks.compare();
        return List.copyOf(breaks.found);
    }

    private void compare() {
        for (Map.Entry<String, JsonNode> path : before.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                String name = method.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey();
                JsonNode now = after.path("paths").path(path.getKey()).path(method.getKey());
                if (now.isMissingNode()) {
                    found.add(name + " is gone");
                } else {
                    parameters(name, method.getValue().path("parameters"), now.path("parameters"));
                    body(name, method.getValue().path("requestBody"), now.path("requestBody"));
                    answers(name, method.getValue().path("responses"), now.path("responses"));
                }
            }
        }
    }

    private void parameters(String operation, JsonNode were, JsonNode are) {
        for (JsonNode was : were) {
            String name = operation + " " + was.path("name").asText();
            JsonNode is = same(was, are);
            if (is.isMissingNode()) {
                found.add(name + " is no parameter any more");
            } else {
                schema(name, was.path("schema"), is.path("schema"), Direction.SENT);
            }
        }
        for (JsonNode is : are) {
            if (is.path("required").asBoolean()
                    && !same(is, were).path("required").asBoolean()) {
                found.add(operation + " " + is.path("name").asText() + " is needed now");
            }
        }
    }

    private static JsonNode same(JsonNode parameter, JsonNode among) {
        return StreamSupport.stream(among.spliterator(), false)
                .filter(one -> one.path("name").equals(parameter.path("name"))
                        && one.path("in").equals(parameter.path("in")))
                .findFirst()
                .orElseGet(() -> among.path("none"));
    }

    private void body(String operation, JsonNode was, JsonNode is) {
        if (is.path("required").asBoolean() && !was.path("required").asBoolean()) {
            found.add(operation + " needs a body now");
        }
        content(operation + " body", was.path("content"), is.path("content"), Direction.SENT);
    }

    private void answers(String operation, JsonNode were, JsonNode are) {
        for (Map.Entry<String, JsonNode> was : were.properties()) {
            String name = operation + " " + was.getKey();
            if (are.has(was.getKey())) {
                content(
                        name,
                        was.getValue().path("content"),
                        are.path(was.getKey()).path("content"),
                        Direction.ANSWERED);
            } else {
                found.add(name + " is no answer any more");
            }
        }
    }

    private void content(String name, JsonNode were, JsonNode are, Direction direction) {
        for (Map.Entry<String, JsonNode> was : were.properties()) {
            if (are.has(was.getKey())) {
                schema(
                        name,
                        was.getValue().path("schema"),
                        are.path(was.getKey()).path("schema"),
                        direction);
            } else {
                found.add(name + " has no " + was.getKey() + " any more");
            }
        }
    }

    private void schema(String place, JsonNode released, JsonNode present, Direction direction) {
        ObjectNode was = whole(before, released);
        ObjectNode is = whole(after, present);
        String reference = was.has("properties") ? reference(released) : "";
        if (!reference.isEmpty() && !compared.add(direction + reference + reference(present))) {
            return;
        }
        String name = reference.isEmpty() ? place : reference.substring(reference.lastIndexOf('/') + 1);
        types(name, types(was), types(is), direction);
        format(name, was.path("format").asText(), is.path("format").asText(), direction);
        values(name, was.path("enum"), is.path("enum"), direction);
        if (direction == Direction.SENT) {
            limits(name, was, is);
        }
        fields(name, was, is, direction);
        for (String inner : List.of("items", "additionalProperties")) {
            if (was.path(inner).isObject() && is.path(inner).isObject()) {
                schema(name + "[]", was.path(inner), is.path(inner), direction);
            }
        }
    }

    private static String reference(JsonNode schema) {
        String own = schema.path("$ref").asText();
        if (!own.isEmpty()) {
            return own;
        }
        return Set.of("allOf", "anyOf").stream()
                .flatMap(form -> StreamSupport.stream(schema.path(form).spliterator(), false))
                .map(one -> one.path("$ref").asText())
                .filter(one -> !one.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** A schema with what it refers to, as one; of alternatives all that they say. */
    private static ObjectNode whole(JsonNode contract, JsonNode schema) {
        ObjectNode whole = new ObjectMapper().createObjectNode();
        Set<String> types = new TreeSet<>();
        for (String form : List.of("allOf", "anyOf", "oneOf")) {
            for (JsonNode part : schema.path(form)) {
                ObjectNode said = whole(contract, part);
                types.addAll(types(said));
                whole.setAll(said);
            }
        }
        String reference = schema.path("$ref").asText();
        if (!reference.isEmpty()) {
            whole.setAll(whole(contract, contract.at(reference.substring(1))));
        } else if (schema.isObject()) {
            whole.setAll((ObjectNode) schema);
        }
        types.addAll(types(whole));
        types.forEach(whole.putArray("type")::add);
        return whole;
    }

    private static Set<String> types(JsonNode schema) {
        Set<String> types = new TreeSet<>();
        JsonNode type = schema.path("type");
        if (type.isTextual()) {
            types.add(type.asText());
        }
        type.forEach(one -> types.add(one.asText()));
        return types;
    }

    private void types(String name, Set<String> were, Set<String> are, Direction direction) {
        Set<String> known = direction == Direction.SENT ? are : were;
        Set<String> coming = direction == Direction.SENT ? were : are;
        boolean fits = !coming.isEmpty()
                && coming.stream()
                        .allMatch(type -> known.contains(type) || (type.equals("integer") && known.contains("number")));
        if (!known.isEmpty() && !fits) {
            found.add(name + " is " + are + " instead of " + were + " " + direction.words);
        }
    }

    private void format(String name, String was, String is, Direction direction) {
        String known = direction == Direction.SENT ? is : was;
        if (!was.equals(is) && !known.isEmpty()) {
            found.add(name + " has the format \"" + is + "\" instead of \"" + was + "\" " + direction.words);
        }
    }

    /** A value may come; who knows the earlier ones sends them, and waits for them. */
    private void values(String name, JsonNode were, JsonNode are, Direction direction) {
        if (were.isMissingNode() != are.isMissingNode()) {
            if (were.isMissingNode() == (direction == Direction.SENT)) {
                found.add(
                        name + " has " + (are.isMissingNode() ? "no" : "a") + " list of values now " + direction.words);
            }
            return;
        }
        Set<String> now = new HashSet<>();
        are.forEach(value -> now.add(value.asText()));
        for (JsonNode value : were) {
            if (!now.contains(value.asText())) {
                found.add(name + " is never " + value.asText() + " now " + direction.words);
            }
        }
    }

    private void limits(String name, JsonNode was, JsonNode is) {
        for (String limit : UPPER) {
            if (is.has(limit)
                    && (!was.has(limit)
                            || is.get(limit).asDouble() < was.get(limit).asDouble())) {
                found.add(name + " has a lower " + limit);
            }
        }
        for (String limit : LOWER) {
            if (is.has(limit)
                    && (!was.has(limit)
                            || is.get(limit).asDouble() > was.get(limit).asDouble())) {
                found.add(name + " has a higher " + limit);
            }
        }
        if (is.has("pattern") && !is.get("pattern").equals(was.get("pattern"))) {
            found.add(name + " has another pattern");
        }
    }

    private void fields(String name, JsonNode was, JsonNode is, Direction direction) {
        for (Map.Entry<String, JsonNode> field : was.path("properties").properties()) {
            JsonNode now = is.path("properties").path(field.getKey());
            if (now.isMissingNode()) {
                found.add(name + "." + field.getKey() + " is gone " + direction.words);
            } else {
                schema(name + "." + field.getKey(), field.getValue(), now, direction);
            }
        }
        Set<String> were = required(was);
        Set<String> are = required(is);
        if (direction == Direction.SENT) {
            are.stream()
                    .filter(field -> !were.contains(field))
                    .forEach(field -> found.add(name + "." + field + " is needed now"));
        } else {
            were.stream()
                    .filter(field ->
                            !are.contains(field) && is.path("properties").has(field))
                    .forEach(field -> found.add(name + "." + field + " may be absent now"));
        }
    }

    private static Set<String> required(JsonNode schema) {
        Set<String> required = new TreeSet<>();
        schema.path("required").forEach(field -> required.add(field.asText()));
        return required;
    }
}
