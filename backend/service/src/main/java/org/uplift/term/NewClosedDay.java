package org.uplift.term;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.uplift.platform.Words;

@Schema(description = "A day in a term on which there is no school.")
record NewClosedDay(
        @Schema(examples = "2027-01-12") @NotNull LocalDate date,

        @Schema(description = "Why", examples = "Snow") @NotBlank @Size(max = 100)
        String label) {

    String words() {
        return Words.day(date) + ", " + label;
    }
}
