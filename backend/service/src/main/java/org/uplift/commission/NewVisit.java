package org.uplift.commission;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "NewCommissionVisit", description = "Days that were given.")
record NewVisit(
        @Schema(examples = "2026-01-20") @NotNull LocalDate day,

        @Schema(description = "How many, also parts of one", examples = "0.5")
        @NotNull
        @DecimalMin("0.25")
        @Max(5)
        @Digits(integer = 1, fraction = 2)
        BigDecimal days,

        @Schema(description = "What was done", examples = "Watched phonics in three classes, coached two teachers.")
        @NotBlank
        @Size(max = 4000)
        String what,

        @Schema(description = "The checkpoint of the school in which it is recorded") @Nullable
        UUID checkpointId) {}
