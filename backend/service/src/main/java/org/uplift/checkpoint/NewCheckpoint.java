package org.uplift.checkpoint;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "A checkpoint to plan or to record.")
record NewCheckpoint(
        @Schema(description = "The cycle of a school, or of the trust") @NotNull
        UUID cycleId,

        @Schema(
                description =
                        "The planned activity of the timetable that it records; absent: the nearest of this type within three"
                                + " weeks of its day that nothing records yet, where there is one")
        @Nullable
        UUID occurrenceId,

        @Schema(description = "One of those of `/checkpoint-types`", examples = "learning-walk")
        @NotNull
        @Size(max = 50)
        String type,

        @Schema(examples = "Reading in key stage 1") @Size(max = 200) @Nullable
        String title,

        @Schema(description = "When it is, or was, to be", examples = "2026-01-20") @NotNull
        LocalDate plannedOn,

        @Schema(description = "When it was; needed to submit", examples = "2026-01-21") @Nullable
        LocalDate heldOn,

        @Schema(description = "Who came from elsewhere and has signed in once; their signature is needed then")
        @Nullable
        UUID visitorPersonId,

        @Schema(description = "Who took part") @Size(max = 50) @Nullable
        List<@NotNull @Valid ParticipantTerms> participants,

        @Schema(description = "What was seen, all in all") @Size(max = 10_000) @Nullable
        String summary,

        @Schema(description = "When the next one is to be") @Nullable
        LocalDate nextOn,

        @Schema(description = "What it looks at, in order; when absent every priority and target of the cycle")
        @Size(max = 100)
        @Nullable
        List<@NotNull @Valid FocusTerms> foci) {

    CheckpointTerms terms() {
        return new CheckpointTerms(
                type, title, plannedOn, heldOn, visitorPersonId, participants, summary, nextOn, foci);
    }
}
