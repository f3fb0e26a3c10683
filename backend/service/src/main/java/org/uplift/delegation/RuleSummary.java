package org.uplift.delegation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "DelegationRule", description = "A line of the scheme of delegation.")
public record RuleSummary(
        UUID id,
        Decision decision,
        Body decides,

        @Schema(description = "Whose request it takes; absent where anybody may ask") @Nullable
        Body recommends,

        @Schema(description = "Who is told") @Nullable String informed,
        LocalDate validFrom,

        @Schema(description = "First day on which it no longer holds") @Nullable
        LocalDate validUntil,

        @Schema(description = "The rule as a sentence") String words,

        @Schema(description = "Why, and where it was adopted; absent where it came with Uplift") @Nullable
        String reason,

        @Schema(description = "Who recorded it; absent where it came with Uplift") @Nullable
        String recordedBy,

        @Nullable Instant recordedAt) {}
