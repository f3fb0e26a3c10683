package org.uplift.term;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.uplift.platform.Problem;

/** Which term of an academic year. */
public enum TermName {
    AUTUMN,
    SPRING,
    SUMMER;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The term with this code; refuses anything else. */
    @JsonCreator
    public static TermName fromString(String code) {
        for (TermName term : values()) {
            if (term.code().equals(code)) {
                return term;
            }
        }
        throw Problem.invalid("/term", "unknown-code", "\"" + code + "\" is not a term; use autumn, spring or summer.");
    }
}
