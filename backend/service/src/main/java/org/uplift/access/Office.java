package org.uplift.access;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.uplift.platform.Problem;

/** What a member is in their committee. */
public enum Office {
    CHAIR,
    VICE_CHAIR,
    MEMBER,
    CLERK;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one with this code; refuses anything else. */
    @JsonCreator
    public static Office fromString(String code) {
        for (Office office : values()) {
            if (office.code().equals(code)) {
                return office;
            }
        }
        throw Problem.invalid(
                "/office",
                "unknown-code",
                "\"" + code + "\" is no office of a committee; use chair, vice-chair, member or clerk.");
    }
}
