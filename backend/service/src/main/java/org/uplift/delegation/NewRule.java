package org.uplift.delegation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "NewDelegationRule", description = "A line of the scheme of delegation as it is to be from a day on.")
record NewRule(
        @NotNull Decision decision,
        @NotNull Body decides,

        @Schema(description = "Whose request it takes; absent where anybody who may change the thing may ask") @Nullable
        Body recommends,

        @Schema(description = "Who is told", examples = "Academy Development Committee") @Size(max = 200) @Nullable
        String informed,

        @Schema(description = "The day on which it begins, today or later") @NotNull
        LocalDate validFrom,

        @Schema(
                description = "Why, and where it was adopted",
                examples = "Adopted by the trust board at its meeting in July")
        @NotBlank
        @Size(max = 2000)
        String reason) {}
