package org.uplift.expertise;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something that a profile points at. */
@Schema(description = "Something that a profile points at.")
record NewExpertEvidence(
        @NotNull EvidenceKind kind,

        @Schema(
                description =
                        "The id of a signed checkpoint at which you were, or the code of a measure; absent for a note",
                examples = "PHONICS_Y1_WA")
        @Size(max = 100)
        @Nullable
        String reference,

        @Schema(
                description =
                        "What it shows; needed for a note, and made of the checkpoint or the measure where it is absent",
                examples = "Phonics check rose for three years")
        @Size(max = 300)
        @Nullable
        String label) {}
