package org.uplift.committee;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.uplift.platform.Problem;

/** How an item came on the agenda. */
public enum ItemSource {
    STANDING,
    DUE,
    ADDED;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one with this code; refuses anything else. */
    @JsonCreator
    public static ItemSource fromString(String code) {
        for (ItemSource known : values()) {
            if (known.code().equals(code)) {
                return known;
            }
        }
        throw Problem.invalid(
                "/source", "unknown-code", "\"" + code + "\" is no way onto an agenda; use standing, due or added.");
    }
}
