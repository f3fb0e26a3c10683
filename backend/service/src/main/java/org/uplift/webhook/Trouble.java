package org.uplift.webhook;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** Why an attempt came to nothing. */
public enum Trouble {
    UNKNOWN_HOST,
    ADDRESS_REFUSED,
    NO_CONNECTION,
    CERTIFICATE,
    TIMEOUT,
    ANSWER;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @JsonCreator
    static Trouble fromString(String code) {
        return Arrays.stream(values())
                .filter(trouble -> trouble.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
