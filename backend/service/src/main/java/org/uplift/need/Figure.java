package org.uplift.need;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What an indicator is for a school on a day.
 *
 * @param value none where it could not be computed
 * @param basis what it follows from, or why there is none, as a sentence
 */
record Figure(@Nullable BigDecimal value, String basis) {
    static Figure of(BigDecimal value, String basis) {
        return new Figure(value, basis);
    }

    static Figure missing(String why) {
        return new Figure(null, why);
    }
}
