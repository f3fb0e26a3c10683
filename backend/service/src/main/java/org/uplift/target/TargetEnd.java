package org.uplift.target;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Why a target is no longer worked towards.")
record TargetEnd(
        @Schema(description = "It is recorded", examples = "The trust has chosen another measure for reading")
        @NotBlank
        @Size(max = 2000)
        String reason) {}
