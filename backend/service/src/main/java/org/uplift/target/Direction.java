package org.uplift.target;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where the last three actuals go; rising is not always better. */
public enum Direction {
    RISING,
    STEADY,
    FALLING;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
