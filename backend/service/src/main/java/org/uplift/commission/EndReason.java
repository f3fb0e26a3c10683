package org.uplift.commission;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "CommissionEndReason", description = "Why support is declined or cancelled.")
record EndReason(
        @Schema(examples = "The teacher who was to be coached has left.") @NotBlank @Size(max = 2000)
        String reason) {}
