package org.uplift.target;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.uplift.outcome.Actual;

/** Where actuals go. */
final class Travel {
    private static final int ACTUALS = 3;

    private Travel() {}

    /**
     * The sign of the slope over the last three actuals, steady where it leads no further than the tolerance in their
     * time. Null with fewer, or where the reader may not see one of them.
     *
     * @param actuals oldest first
     */
    static @Nullable Direction direction(List<Actual> actuals, BigDecimal tolerance) {
        if (actuals.size() < ACTUALS) {
            return null;
        }
        List<Actual> last = actuals.subList(actuals.size() - ACTUALS, actuals.size());
        LocalDate start = last.getFirst().date();
        long days = 0;
        long squares = 0;
        BigDecimal values = BigDecimal.ZERO;
        BigDecimal products = BigDecimal.ZERO;
        for (Actual actual : last) {
            BigDecimal value = actual.value();
            if (actual.suppressed() || value == null) {
                return null;
            }
            long day = ChronoUnit.DAYS.between(start, actual.date());
            days += day;
            squares += day * day;
            values = values.add(value);
            products = products.add(value.multiply(BigDecimal.valueOf(day)));
        }
        long spread = ACTUALS * squares - days * days;
        if (spread == 0) {
            return null;
        }
        BigDecimal slope = products.multiply(BigDecimal.valueOf(ACTUALS))
                .subtract(values.multiply(BigDecimal.valueOf(days)))
                .divide(BigDecimal.valueOf(spread), MathContext.DECIMAL128);
        long span = ChronoUnit.DAYS.between(start, last.getLast().date());
        BigDecimal way = slope.multiply(BigDecimal.valueOf(span));
        if (way.abs().compareTo(tolerance) <= 0) {
            return Direction.STEADY;
        }
        return way.signum() > 0 ? Direction.RISING : Direction.FALLING;
    }
}
