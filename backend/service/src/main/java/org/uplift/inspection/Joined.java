package org.uplift.inspection;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether an inspection began before or after the school joined the trust. */
public enum Joined {
    BEFORE,
    AFTER,
    UNKNOWN;

    /** Derived from both dates; the day of joining itself is after. */
    static Joined of(LocalDate inspected, @Nullable LocalDate joinedOn) {
        if (joinedOn == null) {
            return UNKNOWN;
        }
        return inspected.isBefore(joinedOn) ? BEFORE : AFTER;
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
