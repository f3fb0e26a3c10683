package org.uplift.platform;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One value of a payload that is not as it should be. */
@Schema(description = "One value of a payload that is not as it should be.")
public record FieldError(
        @Schema(description = "JSON Pointer to the value", examples = "/targetValue")
        String path,

        @Schema(description = "Stable code of the rule", examples = "out-of-range")
        String code,

        @Schema(description = "What was found and what was expected, for people")
        String message) {

    static String sentence(List<FieldError> errors) {
        return errors.size() == 1
                ? errors.getFirst().message()
                : errors.size() + " values are not as they should be; the first: "
                        + errors.getFirst().message();
    }
}
