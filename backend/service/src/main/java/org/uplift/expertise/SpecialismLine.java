package org.uplift.expertise;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Specialism", description = "What somebody can be good at, by area and phase.")
public record SpecialismLine(
        @Schema(examples = "early-reading") String code,
        @Schema(examples = "Early reading and phonics") String label,
        @Schema(examples = "English") String area,

        @Schema(description = "Absent where it is of use in every phase") @Nullable
        Phase phase,

        LocalDate validFrom,

        @Schema(description = "The first day on which it can no longer be chosen; absent while it is in use") @Nullable
        LocalDate validUntil) {}
