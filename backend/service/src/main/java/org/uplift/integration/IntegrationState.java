package org.uplift.integration;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How it stands with an integration. */
public enum IntegrationState {
    ACTIVE,
    LATE,
    REVOKED;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
