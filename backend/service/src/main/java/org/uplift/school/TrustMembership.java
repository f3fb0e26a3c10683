package org.uplift.school;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the trust itself says of a school. */
@Schema(description = "Whether and since when a school belongs to the trust.")
record TrustMembership(
        @NotNull SchoolStatus status,

        @Schema(description = "First day in the trust") @Nullable
        LocalDate joinedOn,

        @Schema(description = "Last day in the trust, for a school that has left") @Nullable
        LocalDate leftOn) {}
