package org.uplift.practice;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "NewPracticeSlot",
        description = "A time at which others can come and see it. Everybody who reads the entry sees it.")
record NewSlot(
        @Schema(examples = "2027-01-21") @NotNull LocalDate day,
        @NotNull LocalTime startsAt,

        @Schema(description = "On the same day") @NotNull LocalTime endsAt,

        @Schema(description = "How many people can come", examples = "4") @NotNull @Min(1) @Max(50)
        Integer places,

        @Schema(description = "Where to go", examples = "Main reception, Beech building") @NotBlank @Size(max = 200)
        String place,

        @Schema(description = "What else to know", examples = "Park in the street behind") @Size(max = 1000) @Nullable
        String notes) {}
