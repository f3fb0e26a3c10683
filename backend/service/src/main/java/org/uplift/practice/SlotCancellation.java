package org.uplift.practice;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "PracticeSlotCancellation", description = "Why nobody can come then.")
record SlotCancellation(
        @Schema(description = "Who has booked reads it", examples = "The class is on a trip") @NotBlank @Size(max = 500)
        String reason) {}
