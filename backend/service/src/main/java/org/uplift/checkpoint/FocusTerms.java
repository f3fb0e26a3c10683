package org.uplift.checkpoint;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "NewFocus", description = "Something that a checkpoint looks at, as people write it.")
record FocusTerms(
        @NotNull FocusKind kind,

        @Schema(description = "The id of the priority, target or action, in the cycle of the checkpoint") @NotNull
        UUID reference,

        @Schema(description = "How it stands; needed to submit") @Nullable
        Judgement judgement,

        @Schema(description = "Why; at least 20 characters are needed to submit") @Size(max = 10_000) @Nullable
        String narrative) {

    static FocusTerms of(UUID reference, Focus focus) {
        return new FocusTerms(focus.kind(), reference, focus.judgement(), focus.narrative());
    }
}
