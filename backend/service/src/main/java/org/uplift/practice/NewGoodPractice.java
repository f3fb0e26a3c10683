package org.uplift.practice;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Good practice to publish. */
@Schema(
        description =
                "Good practice to publish. Everybody who works with a school of the trust can read it: no figure of few pupils.")
record NewGoodPractice(
        @Schema(description = "What it is called", examples = "Reading aloud every day") @NotBlank @Size(max = 200)
        String title,

        @Schema(description = "What is done", examples = "Each class reads aloud for fifteen minutes after lunch")
        @NotBlank
        @Size(max = 5000)
        String what,

        @Schema(description = "Part of the school's work", examples = "Quality of education") @Size(max = 100) @Nullable
        String area,

        @Schema(description = "What came of it", examples = "Pupils choose longer books, and finish them")
        @NotBlank
        @Size(max = 5000)
        String impact,

        @Schema(description = "Where it worked", examples = "A primary school of one form of entry")
        @Size(max = 2000)
        @Nullable
        String context) {}
