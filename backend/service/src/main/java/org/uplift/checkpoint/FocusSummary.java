package org.uplift.checkpoint;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Focus", description = "Something that a checkpoint looks at, and how it was judged.")
record FocusSummary(
        FocusKind kind,

        @Schema(description = "The id of the priority, target or action")
        UUID reference,

        @Schema(description = "What it was called then") String label,

        @Schema(
                description =
                        "How it stands; absent until somebody says so, and from the assurance view until it is signed")
        @Nullable
        Judgement judgement,

        @Schema(description = "Why; absent from the assurance view") @Nullable
        String narrative) {

    static FocusSummary of(UUID reference, Focus focus) {
        return new FocusSummary(focus.kind(), reference, focus.label(), focus.judgement(), focus.narrative());
    }

    /** As those see it who assure and do not record. */
    FocusSummary assured(boolean signed) {
        return new FocusSummary(kind, reference, label, signed ? judgement : null, null);
    }
}
