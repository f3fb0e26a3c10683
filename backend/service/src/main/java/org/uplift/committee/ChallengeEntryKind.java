package org.uplift.committee;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.uplift.platform.Problem;

/** What was said of a challenge. */
public enum ChallengeEntryKind {
    ANSWER,
    SATISFIED,
    NOT_SATISFIED,
    WITHDRAWAL;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one with this code; refuses anything else. */
    @JsonCreator
    public static ChallengeEntryKind fromString(String code) {
        for (ChallengeEntryKind known : values()) {
            if (known.code().equals(code)) {
                return known;
            }
        }
        throw Problem.invalid(
                "/kind",
                "unknown-code",
                "\"" + code
                        + "\" is nothing that is said of a challenge; use answer, satisfied, not-satisfied or withdrawal.");
    }
}
