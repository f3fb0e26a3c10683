package org.uplift.concern;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "ConcernCategory", description = "What a concern can be about.")
record ConcernCategoryLine(
        @Schema(examples = "attendance") String code,

        @Schema(description = "What people call it", examples = "Attendance")
        String label,

        @Schema(description = "Concerns of it are always restricted")
        boolean restricted,

        @Schema(description = "It goes through the stages of a complaint")
        boolean complaint,

        @Schema(description = "For so many years after its closing a concern is kept", examples = "6")
        int retentionYears,

        @Schema(description = "First day on which such a concern can be raised")
        LocalDate validFrom,

        @Schema(description = "The first day on which it no longer can; absent while it is in use") @Nullable
        LocalDate validUntil) {}
