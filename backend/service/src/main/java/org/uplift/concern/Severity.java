package org.uplift.concern;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.uplift.platform.Problem;

/** How grave a concern is. */
public enum Severity {
    LOW,
    MODERATE,
    HIGH,
    CRITICAL;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one with this code; refuses anything else. */
    @JsonCreator
    public static Severity fromString(String code) {
        for (Severity known : values()) {
            if (known.code().equals(code)) {
                return known;
            }
        }
        throw Problem.invalid(
                "/severity", "unknown-code", "\"" + code + "\" is no severity; use low, moderate, high or critical.");
    }

    /** The graver of the two. */
    Severity orGraver(@Nullable Severity other) {
        return other == null || compareTo(other) >= 0 ? this : other;
    }

    /** Whether it needs an owner within one school day, and somebody else to agree when it closes. */
    boolean isGrave() {
        return this == HIGH || this == CRITICAL;
    }
}
