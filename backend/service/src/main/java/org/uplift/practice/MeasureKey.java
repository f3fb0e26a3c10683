package org.uplift.practice;

import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A measure by which one knows that it works, and of whom. */
@Embeddable
@Schema(name = "PracticeMeasureKey", description = "A measure by which one knows that it works, and of whom.")
record MeasureKey(
        @Schema(examples = "KS2_RWM_EXP") @NotNull @Size(max = 40)
        String measureCode,

        @Schema(description = "A year group, or ALL", examples = "6") @NotNull @Size(max = 10)
        String cohort,

        @Schema(description = "A group of pupils, or ALL", examples = "ALL") @NotNull @Size(max = 40)
        String pupilGroup) {}
