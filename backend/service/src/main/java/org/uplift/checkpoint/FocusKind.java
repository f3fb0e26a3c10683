package org.uplift.checkpoint;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.uplift.platform.Problem;

/** What a focus is, and so what its reference points at. */
public enum FocusKind {
    PRIORITY,
    TARGET,
    ACTION;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one with this code; refuses anything else. */
    @JsonCreator
    public static FocusKind fromString(String code) {
        for (FocusKind known : values()) {
            if (known.code().equals(code)) {
                return known;
            }
        }
        throw Problem.invalid(
                "/kind", "unknown-code", "\"" + code + "\" is not a kind of focus; use priority, target or action.");
    }
}
