package org.uplift.integration;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an integration has sent of one kind. */
@Schema(description = "What an integration may send of one kind, and what it has sent in the last 30 days.")
record KindPushes(
        @Schema(examples = "pupils") String kind,

        @Schema(description = "Days without a push after which it is late; absent when nobody waits for it") @Nullable
        Integer expectedEveryDays,

        @Schema(description = "When a push was last taken in; absent when none was") @Nullable
        Instant lastPushAt,

        @Schema(
                description =
                        "Whether nothing was taken in for longer than expected, since the registration at the earliest")
        boolean late,

        @Schema(description = "Rows of the last 30 days; dry runs do not count")
        long received,

        @Schema(description = "Rows of the last 30 days that were refused")
        long rejected,

        @Schema(description = "Rows of the last 30 days that had to wait")
        long quarantined,

        @Schema(description = "Pushes of the last 30 days that failed as a whole")
        long failed,

        @Schema(
                description =
                        "(rejected + quarantined) ÷ received of the last 30 days, in percent; absent when nothing came",
                examples = "1.5")
        @Nullable
        BigDecimal errorRate) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Whether the last push lies longer back than is expected. */
    static boolean isLate(
            @Nullable Integer expectedEveryDays, @Nullable Instant last, Instant registered, Instant now) {
        return expectedEveryDays != null
                && (last == null ? registered : last)
                        .plus(Duration.ofDays(expectedEveryDays))
                        .isBefore(now);
    }

    static @Nullable BigDecimal rate(long wrong, long received) {
        return received == 0
                ? null
                : BigDecimal.valueOf(wrong)
                        .multiply(HUNDRED)
                        .divide(BigDecimal.valueOf(received), 1, RoundingMode.HALF_UP);
    }
}
