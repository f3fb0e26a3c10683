package org.uplift.committee;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "ConflictOfInterest", description = "An interest that a member of a committee has declared.")
record ConflictLine(
        UUID id,
        UUID personId,
        @Schema(description = "Who declared it") String name,
        String what,
        @Schema(description = "Since when they have it") LocalDate from,

        @Schema(description = "First day on which they no longer have it") @Nullable
        LocalDate until,

        LocalDate declaredOn,
        String recordedBy,
        int version) {}
