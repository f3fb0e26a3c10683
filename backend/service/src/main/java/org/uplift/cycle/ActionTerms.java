package org.uplift.cycle;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What people plan to do. */
@Schema(name = "NewAction", description = "An action of a priority, as people write it.")
public record ActionTerms(
        @Schema(description = "What is done", examples = "Train all teachers in the teaching of inference")
        @NotBlank
        @Size(max = 200)
        String title,

        @Schema(description = "The person who leads it, who has signed in once") @Nullable
        UUID leadPersonId,

        @Schema(description = "In place of a person, the role that leads it", examples = "Reading lead")
        @Size(max = 100)
        @Nullable
        String leadRole,

        @Schema(examples = "2026-09-07") @Nullable LocalDate startsOn,
        @Schema(examples = "2026-12-18") @Nullable LocalDate dueOn,

        @Schema(
                description = "By what one will see that it has worked",
                examples = "Inference is taught each week in every class")
        @Size(max = 2000)
        @Nullable
        String successCriterion,

        @Schema(description = "In pounds", examples = "1200")
        @DecimalMin("0")
        @Digits(integer = 9, fraction = 2)
        @Nullable
        BigDecimal cost,

        @Schema(description = "What becomes of it if it is still open when the cycle closes") @Nullable
        CarryForward carryForward) {}
