package org.uplift.evaluation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.uplift.platform.Problem;
import org.uplift.platform.Words;

/** How far a priority was achieved, as people judge it at the end of its cycle. */
public enum Achievement {
    FULLY_ACHIEVED,
    PARTLY_ACHIEVED,
    NOT_ACHIEVED;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As it is written in sentences. */
    public String words() {
        return Words.of(code());
    }

    @JsonCreator
    static Achievement of(String code) {
        for (Achievement known : values()) {
            if (known.code().equals(code)) {
                return known;
            }
        }
        throw Problem.invalid(
                "/judgement",
                "unknown-code",
                "\"" + code
                        + "\" is not a judgement of a priority; use fully-achieved, partly-achieved or not-achieved.");
    }
}
