package org.uplift.committee;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.uplift.platform.Problem;

/** What a challenge can be about; never a concern. */
public enum LinkKind {
    PRIORITY,
    TARGET,
    MEASURE;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one with this code; refuses anything else. */
    @JsonCreator
    public static LinkKind fromString(String code) {
        for (LinkKind known : values()) {
            if (known.code().equals(code)) {
                return known;
            }
        }
        throw Problem.invalid(
                "/linkKind",
                "unknown-code",
                "\"" + code + "\" is nothing that a challenge can be about; use priority, target or measure.");
    }
}
