package org.uplift.expertise;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A conflict of interest that somebody declares. */
@Schema(
        name = "NewExpertConflict",
        description = "A school in which you have an interest: while it goes on you are not matched with it.")
record NewInterest(
        @Schema(examples = "900004") @NotNull @Min(100000) @Max(999999)
        Integer schoolUrn,

        @Schema(
                description = "What it is; you, the leaders of your school and the trust's read it",
                examples = "My child is a pupil there.")
        @NotBlank
        @Size(max = 500)
        String what,

        @Schema(description = "The last day; absent while it goes on") @Nullable
        LocalDate until) {}
