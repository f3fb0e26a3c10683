package org.uplift.ingest;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What became of a row. */
public enum RowOutcome {
    CREATED,
    UPDATED,
    UNCHANGED,
    REJECTED,
    QUARANTINED;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static RowOutcome of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
