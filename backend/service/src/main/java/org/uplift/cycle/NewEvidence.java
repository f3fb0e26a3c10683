package org.uplift.cycle;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Evidence to add to a priority. */
@Schema(description = "Evidence to add to a priority.")
record NewEvidence(
        @NotNull EvidenceKind kind,

        @Schema(
                description =
                        "What it points at: the code of a measure or of an indicator of need, the id of an inspection or of a concern, or a"
                                + " link; a note has none",
                examples = "KS2_RWM_EXP")
        @Size(max = 1000)
        @Nullable
        String reference,

        @Schema(
                description = "What it shows; of a concern it is written by Uplift, whatever is sent",
                examples = "RWM fell by 6 points in two years")
        @NotBlank
        @Size(max = 500)
        String label) {}
