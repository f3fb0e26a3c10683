package org.uplift.term;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "A day in a term on which there is no school.")
record ClosedDay(
        LocalDate date,

        @Schema(description = "Why", examples = "Staff training")
        String label,

        @Schema(description = "false: the trust, or somebody for the local authority, has closed it")
        boolean own,

        @Schema(
                description = "Of the local authority whose schools it closes; absent: of one school, or of all",
                examples = "936")
        @Nullable
        Integer localAuthorityCode) {}
