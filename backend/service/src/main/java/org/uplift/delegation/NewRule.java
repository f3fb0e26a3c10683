package org.uplift.delegation;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "NewDelegationRule", description = "A line of the scheme of delegation as it is to be from a day on.")
record NewRule(
        @NotNull Decision decision,
        @NotNull Body decides,

        @Schema(description = "Whose request it takes; absent where anybody who may change the thing may ask") @Nullable
        Body recommends,

        @Schema(description = "Who is asked for their opinion before it is decided; nobody when absent")
        @Size(max = 5)
        @Nullable
        List<@NotNull Body> consulted,

        @Schema(description = "Who is told of what was decided; nobody when absent") @Size(max = 5) @Nullable
        List<@NotNull Body> informed,

        @Schema(
                description =
                        "Holds for what costs no more, in pounds; absent where it holds for everything above, or whatever it"
                                + " costs. Lines of other amounts stay beside it.",
                examples = "2000")
        @Positive
        @Digits(integer = 9, fraction = 2)
        @Nullable
        BigDecimal upTo,

        @Schema(description = "The day on which it begins, today or later") @NotNull
        LocalDate validFrom,

        @Schema(
                description = "Why, and where it was adopted",
                examples = "Adopted by the trust board at its meeting in July")
        @NotBlank
        @Size(max = 2000)
        String reason) {}
