package org.uplift.target;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A target that stands otherwise than it did. */
@Schema(description = "A target that stands otherwise today than it did on a day.")
public record TargetMove(
        UUID targetId,
        @Schema(description = "The measure and the pupils") String label,

        @Schema(description = "Absent in the cycle of the trust", examples = "900001") @Nullable
        Integer schoolUrn,

        @Schema(description = "As it stood") Status before,
        @Schema(description = "As it stands today") Status status,

        @Schema(description = "One sentence with the figures that today's status was computed from")
        String statusReason) {

    static TargetMove of(Target target, Aim aim, Status before, TargetStatus now) {
        return new TargetMove(target.id(), aim.what(), target.schoolUrn(), before, now.status(), now.reason());
    }
}
