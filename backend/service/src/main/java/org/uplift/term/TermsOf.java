package org.uplift.term;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whose terms hold. */
public enum TermsOf {
    SCHOOL,
    LOCAL_AUTHORITY,
    TRUST;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
