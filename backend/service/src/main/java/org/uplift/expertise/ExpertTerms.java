package org.uplift.expertise;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What somebody says of themselves. */
@Schema(description = "A profile, as its person keeps it.")
record ExpertTerms(
        @Schema(description = "Where you work; absent where you work for the trust as a whole", examples = "900002")
        @Min(100000)
        @Max(999999)
        @Nullable
        Integer schoolUrn,

        @Schema(
                description = "What you can do for another school, in your words",
                examples = "I lead early reading in a three-form-entry school.")
        @NotBlank
        @Size(max = 2000)
        String about,

        @Schema(description = "Codes of `/specialisms`", examples = "[\"early-reading\"]")
        @NotNull
        @Size(min = 1, max = 10)
        List<@NotNull @Size(max = 50) String> specialisms,

        @Schema(description = "Codes of `/designations`") @NotNull @Size(max = 10)
        List<@NotNull @Size(max = 50) String> designations,

        @Schema(description = "How many days you have for other schools in a term", examples = "6")
        @NotNull
        @Min(0)
        @Max(60)
        @Digits(integer = 2, fraction = 2)
        BigDecimal daysPerTerm,

        @Schema(description = "Whether you also support schools beyond the trust") @NotNull
        Boolean beyondTrust,

        @Schema(description = "false: you are not asked any more; what is agreed goes on") @NotNull
        Boolean offering) {}
