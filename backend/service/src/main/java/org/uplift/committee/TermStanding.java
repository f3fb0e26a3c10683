package org.uplift.committee;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a term of office stands today. */
public enum TermStanding {
    /** It begins on a later day. */
    TO_COME,
    SERVING,
    /** It ends within the days of which the committee is warned. */
    ENDING,
    ENDED;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
