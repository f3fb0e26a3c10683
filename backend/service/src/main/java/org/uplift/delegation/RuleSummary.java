package org.uplift.delegation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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

        @Schema(description = "Who is asked for their opinion before it is decided")
        List<Body> consulted,

        @Schema(description = "Who is told of what was decided")
        List<Body> informed,

        @Schema(
                description =
                        "Holds for what costs no more, in pounds; absent where it holds for everything above, or whatever it costs",
                examples = "2000")
        @Nullable
        BigDecimal upTo,

        LocalDate validFrom,

        @Schema(description = "First day on which it no longer holds") @Nullable
        LocalDate validUntil,

        @Schema(description = "The rule as a sentence") String words,

        @Schema(description = "Why, and where it was adopted; absent where it came with Uplift") @Nullable
        String reason,

        @Schema(description = "Who recorded it; absent where it came with Uplift") @Nullable
        String recordedBy,

        @Nullable Instant recordedAt) {}
