package org.uplift.committee;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "When and where a meeting is.")
record MeetingTerms(
        @NotNull LocalDate day,

        @Schema(description = "When it begins, as the clock on the wall says: hours and minutes, as 17:30")
        @NotNull
        @Pattern(regexp = "([01]\\d|2[0-3]):[0-5]\\d", message = "is a time of the day, as 17:30")
        String startsAt,

        @Schema(description = "How long it takes", examples = "120") @Min(5) @Max(1440)
        int minutes,

        @Schema(examples = "Library of Alder Grove Primary School") @Size(max = 300) @Nullable
        String place,

        @Schema(description = "Where one joins it from afar", examples = "https://meet.example.org/adc")
        @Size(max = 500)
        @Pattern(regexp = "https://.*", message = "has to begin with https://")
        @Nullable
        String link) {}
