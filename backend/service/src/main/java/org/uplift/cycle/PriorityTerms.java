package org.uplift.cycle;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What people say of a priority. */
@Schema(name = "NewPriority", description = "A priority of a cycle, as people write it.")
record PriorityTerms(
        @Schema(examples = "Raise reading of disadvantaged pupils") @NotBlank @Size(max = 200)
        String title,

        @Schema(description = "Part of the school's work", examples = "Quality of education") @Size(max = 100) @Nullable
        String area,

        @Schema(description = "Why this, and why now") @Size(max = 5000) @Nullable
        String rationale,

        @Schema(description = "The person who leads it, who has signed in once") @Nullable
        UUID leadPersonId,

        @Schema(description = "In place of a person, the role that leads it", examples = "Reading lead")
        @Size(max = 100)
        @Nullable
        String leadRole,

        @Schema(description = "The priority of the trust, in the same academic year, that it contributes to") @Nullable
        UUID contributesTo,

        @Schema(description = "Place in the order of the cycle, from 1; the last when absent")
        @Min(1)
        @Max(1000)
        @Nullable
        Integer position) {}
