package org.uplift.inspection;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where an inspection is known from. */
public enum Source {
    /** Ofsted's monthly management information; the next file changes it. */
    OFSTED,
    /** Somebody of the trust recorded it, and may change it. */
    RECORDED;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
