package org.uplift.concern;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "ConcernCode", description = "A code of one of the lists that concerns use.")
record ConcernCode(
        @Schema(examples = "parent") String code,

        @Schema(description = "What people call it", examples = "Parent or carer")
        String label,

        @Schema(description = "First day on which it can be used")
        LocalDate validFrom,

        @Schema(description = "The first day on which it no longer can; absent while it is in use") @Nullable
        LocalDate validUntil) {}
