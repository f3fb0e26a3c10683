package org.uplift.expertise;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Designation", description = "What somebody was appointed or qualified to be.")
record DesignationLine(
        @Schema(examples = "specialist-leader-of-education") String code,
        @Schema(examples = "Specialist leader of education") String label,
        LocalDate validFrom,

        @Schema(description = "The first day on which it can no longer be chosen; absent while it is in use") @Nullable
        LocalDate validUntil) {}
