package org.uplift.school;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "A school in a list.")
record SchoolSummary(
        @Schema(description = "Unique reference number, 6 digits", examples = "900001")
        int urn,

        String name,
        SchoolStatus status,
        @Schema(examples = "Primary") String phase,
        String type,
        @Schema(examples = "936") int localAuthorityCode,
        String localAuthority,
        @Nullable String town,
        @Nullable Integer numberOnRoll,

        @Schema(description = "First day in the trust") @Nullable
        LocalDate joinedOn) {}
