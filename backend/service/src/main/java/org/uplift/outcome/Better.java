package org.uplift.outcome;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Which direction of a measure is the better one. */
public enum Better {
    HIGHER(1),
    LOWER(-1),
    NEITHER(0);

    private final int sign;

    Better(int sign) {
        this.sign = sign;
    }

    /** +1 where higher is better, −1 where lower is, 0 where neither. */
    public int sign() {
        return sign;
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
