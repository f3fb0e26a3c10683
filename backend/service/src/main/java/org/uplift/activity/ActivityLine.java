package org.uplift.activity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Activity", description = "Who did what, when and why.")
record ActivityLine(
        UUID id,
        @Schema(description = "When") Instant at,

        @Schema(description = "The name of the person or machine")
        String actor,

        @Schema(description = "What it is about") Subject subject,
        @Schema(description = "Which one: an id, or a URN") String subjectId,

        @Schema(description = "The school, where it is about one", examples = "900001") @Nullable
        Integer schoolUrn,

        @Schema(description = "What was done, in words", examples = "changed the target")
        String summary,

        @Schema(description = "Why, where a reason was asked for") @Nullable
        String reason,

        @Schema(description = "The fields that changed") List<Change> changes) {}
