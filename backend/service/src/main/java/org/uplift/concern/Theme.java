package org.uplift.concern;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ConcernTheme", description = "What open concerns are about, across schools.")
record Theme(
        @Schema(examples = "attendance") String category,
        String label,
        int open,

        @Schema(description = "Of them high or critical") int grave,

        @Schema(description = "In how many schools") int schools,

        @Schema(description = "When the oldest of them was raised")
        LocalDate oldestOn) {}
