package org.uplift.checkpoint;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.uplift.platform.Problem;

/** How something stands, as those at a checkpoint see it. */
public enum Judgement {
    ON_TRACK,
    AT_RISK,
    OFF_TRACK,
    ACHIEVED,
    MISSED;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one with this code; refuses anything else. */
    @JsonCreator
    public static Judgement fromString(String code) {
        for (Judgement known : values()) {
            if (known.code().equals(code)) {
                return known;
            }
        }
        throw Problem.invalid(
                "/judgement",
                "unknown-code",
                "\"" + code + "\" is not a judgement; use on-track, at-risk, off-track, achieved or missed.");
    }
}
