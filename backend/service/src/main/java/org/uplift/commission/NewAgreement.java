package org.uplift.commission;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "CommissionAgreement", description = "What the two parties agree.")
record NewAgreement(
        @Schema(
                description = "What each does, when, and how both will know that it works",
                examples = "Six mornings in year 1; the reading lead releases two teachers each time.")
        @NotBlank
        @Size(max = 4000)
        String text) {}
