package org.uplift.commission;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.uplift.platform.Problem;
import org.uplift.platform.Words;

@Schema(name = "NewCommissionImpact", description = "What came of the support, as one party says: once, and for good.")
record NewImpact(
        @NotNull Party party,

        @Schema(
                description =
                        "Of the school, how much is different: 1 no difference yet, 2 some, 3 what was hoped for, 4 more than"
                                + " that; of the supporter, how much they gained: 1 nothing yet, 2 something, 3 much, 4 more than they gave",
                examples = "3")
        @NotNull
        @Min(1)
        @Max(4)
        Integer rating,

        @Schema(
                description = "What has changed for the school, or what the supporter gained; at least 20 characters",
                examples = "Phonics is taught daily in every class, and teachers plan it together.")
        @NotNull
        @Size(max = 4000)
        String text) {

    void check() {
        if (Words.written(text) < Words.SHORTEST_NARRATIVE) {
            throw Problem.invalid(
                    "/text",
                    "too-short",
                    "Say in at least " + Words.SHORTEST_NARRATIVE + " characters what came of it; there are "
                            + Words.written(text) + ".");
        }
    }
}
