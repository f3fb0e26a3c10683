package org.uplift.need;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * How much need there is, from 0 to 100: what the indicators contribute, of what those that could be computed might have. It is
 * rounded to the one decimal that is shown, so that a level never contradicts it.
 *
 * @param score none where less than {@link #LEAST_COMPUTED} percent of the maximum could be computed
 * @param possible what the indicators that could be computed might have contributed together
 * @param maximum what all that apply to the school might have
 */
record NeedScore(@Nullable BigDecimal score, BigDecimal possible, BigDecimal maximum) {
    static final int LEAST_COMPUTED = 60;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * An indicator in the score.
     *
     * @param contribution none where it could not be computed
     */
    record Part(@Nullable BigDecimal contribution, BigDecimal maximum) {}

    static NeedScore of(Collection<Part> parts) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal possible = BigDecimal.ZERO;
        BigDecimal maximum = BigDecimal.ZERO;
        for (Part part : parts) {
            maximum = maximum.add(part.maximum());
            if (part.contribution() != null) {
                sum = sum.add(part.contribution());
                possible = possible.add(part.maximum());
            }
        }
        boolean enough = possible.signum() > 0
                && possible.multiply(HUNDRED).compareTo(maximum.multiply(BigDecimal.valueOf(LEAST_COMPUTED))) >= 0;
        return new NeedScore(
                enough ? sum.multiply(HUNDRED).divide(possible, 1, RoundingMode.HALF_UP) : null, possible, maximum);
    }
}
