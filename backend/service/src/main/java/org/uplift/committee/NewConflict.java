package org.uplift.committee;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "NewConflictOfInterest", description = "An interest that a member declares.")
record NewConflict(
        @Schema(description = "The membership of who declares it") @NotNull
        UUID membershipId,

        @Schema(examples = "Director of a firm that sells to the trust") @NotBlank @Size(max = 2000)
        String what,

        @Schema(description = "Since when they have it") @NotNull
        LocalDate from,

        @Schema(description = "First day on which they no longer have it") @Nullable
        LocalDate until,

        @NotNull LocalDate declaredOn) {}
