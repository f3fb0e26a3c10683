package org.uplift.term;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A day in a term on which there is no school.")
record ClosedDay(
        LocalDate date,

        @Schema(description = "Why", examples = "Staff training")
        String label,

        @Schema(description = "false: the trust has closed it, in every school")
        boolean own) {}
