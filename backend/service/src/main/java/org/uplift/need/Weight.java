package org.uplift.need;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * How a figure becomes a contribution: nothing up to one threshold, the maximum from the other one on, and a straight line between
 * them. Which of the two is the larger says which direction is worse.
 *
 * @param startsAt from here on it contributes
 * @param fullAt from here on it contributes the maximum
 */
record Weight(BigDecimal startsAt, BigDecimal fullAt, BigDecimal maximum) {
    private static final int DECIMALS = 6;

    BigDecimal contribution(BigDecimal value) {
        BigDecimal share = value.subtract(startsAt)
                .divide(fullAt.subtract(startsAt), MathContext.DECIMAL128)
                .max(BigDecimal.ZERO)
                .min(BigDecimal.ONE);
        return share.multiply(maximum).setScale(DECIMALS, RoundingMode.HALF_UP);
    }
}
