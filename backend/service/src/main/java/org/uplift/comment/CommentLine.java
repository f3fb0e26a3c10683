package org.uplift.comment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.uplift.thing.ThingKind;

@Schema(
        name = "Comment",
        description = "What somebody said about a thing. It is no part of the plan or of a signed record.")
record CommentLine(
        UUID id,
        ThingKind subjectKind,
        UUID subjectId,

        @Schema(description = "The name that they had then") String author,

        @Schema(description = "You said it, and can withdraw it")
        boolean mine,

        Instant at,

        @Schema(description = "Absent when it was withdrawn") @Nullable
        String text,

        @Schema(description = "Who was mentioned, by name") List<String> mentions,

        @Schema(description = "When its author withdrew it; absent while it stands") @Nullable
        Instant withdrawnAt) {}
