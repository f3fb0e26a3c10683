package org.uplift.concern;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.uplift.platform.Problem;

/** How far a concern has come. */
public enum ConcernStatus {
    OPEN,
    MONITORING,
    CLOSED;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one with this code; refuses anything else. */
    @JsonCreator
    public static ConcernStatus fromString(String code) {
        for (ConcernStatus known : values()) {
            if (known.code().equals(code)) {
                return known;
            }
        }
        throw Problem.invalid(
                "/status",
                "unknown-code",
                "\"" + code + "\" is no status of a concern; use open, monitoring or closed.");
    }
}
