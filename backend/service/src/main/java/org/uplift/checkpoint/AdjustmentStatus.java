package org.uplift.checkpoint;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.uplift.platform.Problem;

/** What became of a small improvement. */
public enum AdjustmentStatus {
    OPEN,
    KEPT,
    DROPPED;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one with this code; refuses anything else. */
    @JsonCreator
    public static AdjustmentStatus fromString(String code) {
        for (AdjustmentStatus known : values()) {
            if (known.code().equals(code)) {
                return known;
            }
        }
        throw Problem.invalid(
                "/status",
                "unknown-code",
                "\"" + code + "\" is not a status of small improvements; use open, kept or dropped.");
    }
}
