package org.uplift.timetable;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Why a planned activity does not take place.")
record NewCancellation(
        @Schema(examples = "The school was inspected that week") @NotBlank @Size(max = 500)
        String reason) {}
