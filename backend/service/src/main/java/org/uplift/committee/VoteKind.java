package org.uplift.committee;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.uplift.platform.Problem;

/** How somebody voted. */
public enum VoteKind {
    FOR,
    AGAINST,
    ABSTAINED;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one with this code; refuses anything else. */
    @JsonCreator
    public static VoteKind fromString(String code) {
        for (VoteKind known : values()) {
            if (known.code().equals(code)) {
                return known;
            }
        }
        throw Problem.invalid("/vote", "unknown-code", "\"" + code + "\" is no vote; use for, against or abstained.");
    }
}
