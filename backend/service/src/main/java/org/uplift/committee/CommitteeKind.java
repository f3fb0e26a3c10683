package org.uplift.committee;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.uplift.platform.Problem;

/** What a committee is. */
public enum CommitteeKind {
    TRUST_BOARD,
    DEVELOPMENT,
    OTHER;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one with this code; refuses anything else. */
    @JsonCreator
    public static CommitteeKind fromString(String code) {
        for (CommitteeKind known : values()) {
            if (known.code().equals(code)) {
                return known;
            }
        }
        throw Problem.invalid(
                "/kind",
                "unknown-code",
                "\"" + code + "\" is no kind of committee; use trust-board, development or other.");
    }
}
