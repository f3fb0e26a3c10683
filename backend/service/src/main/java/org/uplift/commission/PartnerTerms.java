package org.uplift.commission;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.uplift.platform.Problem;

@Schema(
        name = "PartnerTerms",
        description = "Somebody outside the trust who can be asked, and what was checked of them.")
record PartnerTerms(
        @Schema(description = "No two have the same while they can be asked", examples = "A phonics hub")
        @NotBlank
        @Size(max = 200)
        String name,

        @Schema(description = "What they do", examples = "Training in early reading, audits")
        @NotBlank
        @Size(max = 2000)
        String offers,

        @Schema(description = "What a day costs, in pounds", examples = "450")
        @DecimalMin("0")
        @Digits(integer = 8, fraction = 2)
        @Nullable
        BigDecimal dayRate,

        @Schema(
                description = "What was checked: safeguarding, insurance, references, data protection …",
                examples = "Safeguarding policy and insurance seen, two references")
        @Size(max = 2000)
        @Nullable
        String diligence,

        @Schema(
                description = "The last day on which that holds; without it nobody can commission them",
                examples = "2026-08-31")
        @Nullable
        LocalDate diligenceUntil,

        @Schema(description = "The first day on which they are not asked any more; absent while they are") @Nullable
        LocalDate endedOn) {

    void check() {
        boolean said = diligence != null && !diligence.isBlank();
        if (said != (diligenceUntil != null)) {
            throw Problem.invalid(
                    said ? "/diligenceUntil" : "/diligence",
                    "required",
                    "Due diligence is what was checked, and until when that holds.");
        }
    }
}
