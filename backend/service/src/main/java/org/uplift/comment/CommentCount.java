package org.uplift.comment;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "How much was said about a thing.")
record CommentCount(
        UUID subjectId,

        @Schema(description = "Those withdrawn are not counted")
        int comments) {}
