package org.uplift.platform;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Problem", description = "A problem in the form of RFC 9457; some problems carry further members.")
record ProblemBody(
        @Schema(description = "Stable identifier of the kind of problem", examples = "urn:uplift:problem:stale")
        String type,

        @Schema(description = "The kind of problem in words")
        String title,

        @Schema(description = "The HTTP status", examples = "412")
        int status,

        @Schema(description = "What happened here, and what to do") @Nullable
        String detail,

        @Schema(description = "The path of the request") @Nullable
        String instance,

        @Schema(description = "The values that are not as they should be") @Nullable
        List<FieldError> errors,

        @JsonIgnore Map<String, Object> extensions) {

    @JsonAnyGetter
    Map<String, Object> members() {
        return extensions;
    }
}
