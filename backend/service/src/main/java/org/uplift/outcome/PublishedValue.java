package org.uplift.outcome;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A published value, or the marker that is published in its place. */
record PublishedValue(
        String measureCode,
        String pupilGroup,
        @Nullable BigDecimal value,
        @Nullable String symbol,
        @Nullable String marker,
        @Nullable Integer cohortSize,
        @Nullable BigDecimal coverage,
        @Nullable BigDecimal confidenceLower,
        @Nullable BigDecimal confidenceUpper) {}
