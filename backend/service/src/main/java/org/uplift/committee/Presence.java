package org.uplift.committee;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.uplift.platform.Problem;

/** Whether a member was there. */
public enum Presence {
    PRESENT,
    APOLOGIES,
    ABSENT;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one with this code; refuses anything else. */
    @JsonCreator
    public static Presence fromString(String code) {
        for (Presence known : values()) {
            if (known.code().equals(code)) {
                return known;
            }
        }
        throw Problem.invalid(
                "/presence", "unknown-code", "\"" + code + "\" is no presence; use present, apologies or absent.");
    }
}
