package org.uplift.comment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.uplift.thing.ThingKind;

@Schema(description = "What is said about a thing, and to whom in particular.")
record NewComment(
        @Schema(description = "priority, action, target, milestone, checkpoint or adjustment", examples = "action")
        @NotNull
        ThingKind subjectKind,

        @NotNull UUID subjectId,

        @Schema(examples = "Can we see this in year 4 next week?") @NotBlank @Size(max = 5000)
        String text,

        @Schema(description = "Who is told: people who read the plans of the school in full") @Size(max = 20) @Nullable
        List<@NotNull UUID> mentions) {

    /** Whom it mentions, each once. */
    List<UUID> people() {
        return mentions == null ? List.of() : mentions.stream().distinct().toList();
    }
}
