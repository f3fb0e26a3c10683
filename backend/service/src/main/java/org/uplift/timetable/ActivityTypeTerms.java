package org.uplift.timetable;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "What can be changed of a type of activities. What was planned by it is called so too.")
record ActivityTypeTerms(
        @Schema(description = "What people call it; no two have the same", examples = "School improvement visit")
        @NotNull
        @Size(max = 100)
        @Pattern(regexp = NewActivityType.READABLE, message = NewActivityType.UNREADABLE)
        String label,

        @Schema(description = "People have to be there; false: a day by which something is due") @NotNull
        Boolean attended,

        @Schema(description = "How many minutes it usually takes; absent: all day", examples = "180")
        @Min(15)
        @Max(720)
        @Nullable
        Integer minutes,

        @Schema(
                description =
                        "The first day on which it no longer can be planned; absent while it is in use. What is planned"
                                + " keeps it",
                examples = "2027-09-01")
        @Nullable
        LocalDate validUntil) {}
