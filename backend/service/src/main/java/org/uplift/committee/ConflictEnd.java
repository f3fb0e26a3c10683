package org.uplift.committee;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ConflictOfInterestEnd", description = "When an interest ended.")
record ConflictEnd(
        @Schema(description = "First day on which they no longer have it") @NotNull
        LocalDate until) {}
