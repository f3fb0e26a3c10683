package org.uplift.term;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "BankHoliday", description = "A bank holiday of England; one at a weekend stands as its substitute day.")
record BankHolidayLine(
        @Schema(description = "A weekday", examples = "2026-12-28") @NotNull
        LocalDate date,

        @Schema(examples = "Boxing Day (substitute day)") @NotBlank @Size(max = 100)
        String label) {}
