package org.uplift.change;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import org.uplift.platform.Problem;

/** What has happened to a thing, as far as is known; else it has changed. */
public enum Happened {
    CREATED,
    CHANGED,
    REMOVED;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static Happened fromString(String code) {
        return Arrays.stream(values())
                .filter(what -> what.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                        "/what", "unknown-code", "\"" + code + "\" is none of created, changed and removed."));
    }
}
