package org.uplift.need;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What an indicator looks at. */
public enum NeedSource {
    MEASURE,
    INSPECTION,
    CONCERN,
    CONTEXT;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
