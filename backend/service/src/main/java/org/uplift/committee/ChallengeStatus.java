package org.uplift.committee;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.uplift.platform.Problem;

/** How a challenge stands today; it follows from what was said last. */
public enum ChallengeStatus {
    OPEN,
    OVERDUE,
    ANSWERED,
    SATISFIED,
    WITHDRAWN;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one with this code; refuses anything else. */
    @JsonCreator
    public static ChallengeStatus fromString(String code) {
        for (ChallengeStatus known : values()) {
            if (known.code().equals(code)) {
                return known;
            }
        }
        throw Problem.invalid(
                "/status",
                "unknown-code",
                "\"" + code + "\" is no status of a challenge; use open, overdue, answered, satisfied or withdrawn.");
    }
}
