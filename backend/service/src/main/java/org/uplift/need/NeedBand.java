package org.uplift.need;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How much an indicator contributes of what it could. */
@Schema(
        description =
                "How much an indicator contributes of its maximum: none, low below a third, medium below two thirds, high from"
                        + " there on")
public enum NeedBand {
    NONE,
    LOW,
    MEDIUM,
    HIGH;

    private static final BigDecimal THREE = BigDecimal.valueOf(3);

    static NeedBand of(BigDecimal contribution, BigDecimal maximum) {
        if (contribution.signum() == 0) {
            return NONE;
        }
        BigDecimal thirds = contribution.multiply(THREE);
        return thirds.compareTo(maximum) < 0
                ? LOW
                : thirds.compareTo(maximum.multiply(BigDecimal.TWO)) < 0 ? MEDIUM : HIGH;
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
