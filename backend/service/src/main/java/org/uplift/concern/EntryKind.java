package org.uplift.concern;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a line of the chronology tells. */
public enum EntryKind {
    NOTE,
    SEVERITY,
    OWNER,
    STATUS,
    RESTRICTION,
    NEED_TO_KNOW,
    ACTION,
    CLOSING,
    REOPENING,
    MERGE,
    HOLD,
    STAGE,
    NEED;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
