package org.uplift.delegation;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What somebody says when they ask for approval. */
@Schema(description = "Asks for approval; who asks recommends it by that.")
public record ApprovalRequest(
        @Schema(description = "What the deciding body should know", examples = "Agreed with the middle leaders")
        @Size(max = 2000)
        @Nullable
        String comment) {}
