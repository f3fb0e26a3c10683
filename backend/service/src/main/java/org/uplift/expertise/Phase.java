package org.uplift.expertise;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.uplift.platform.Problem;

/** In which phase a specialism alone is of use. */
public enum Phase {
    PRIMARY,
    SECONDARY;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one with this code; refuses anything else. */
    @JsonCreator
    public static Phase fromString(String code) {
        for (Phase known : values()) {
            if (known.code().equals(code)) {
                return known;
            }
        }
        throw Problem.invalid("/phase", "unknown-code", "\"" + code + "\" is no phase; use primary or secondary.");
    }
}
