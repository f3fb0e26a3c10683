package org.uplift.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;

/** JSON merge patch (RFC 7396): what is absent stays, what is null goes. */
@ApplicationScoped
public class MergePatch {
    /** The media type of a patch. */
    public static final String MEDIA_TYPE = "application/merge-patch+json";

    @Inject
    ObjectMapper json;

    @Inject
    Validator validator;

    /**
     * The state that the patch leads to.
     *
     * @param current what may be changed, as it is now
     * @param patch the fields to change
     * @return a new, validated record
     */
    @SuppressWarnings("unchecked")
    public <T extends Record> T apply(T current, @Nullable JsonNode patch) {
        if (patch == null || !patch.isObject()) {
            throw Problem.of(ProblemType.MALFORMED, "A merge patch is a JSON object.");
        }
        try {
            ObjectNode merged = merge(json.valueToTree(current), (ObjectNode) patch);
            T changed = (T) json.treeToValue(merged, current.getClass());
            var violations = validator.validate(changed);
            if (!violations.isEmpty()) {
                throw new ConstraintViolationException(violations);
            }
            return changed;
        } catch (JsonProcessingException e) {
            throw new jakarta.ws.rs.BadRequestException(e);
        }
    }

    private static ObjectNode merge(ObjectNode target, ObjectNode patch) {
        patch.properties().forEach(field -> {
            JsonNode value = field.getValue();
            if (value.isNull()) {
                target.putNull(field.getKey());
            } else if (value instanceof ObjectNode inner && target.get(field.getKey()) instanceof ObjectNode outer) {
                target.set(field.getKey(), merge(outer, inner));
            } else {
                target.set(field.getKey(), value);
            }
        });
        return target;
    }
}
