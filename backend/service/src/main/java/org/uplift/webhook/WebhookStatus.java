package org.uplift.webhook;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** How a webhook stands: failing is paused by itself, because so many deliveries in a row have failed for good. */
public enum WebhookStatus {
    WITHOUT_SECRET,
    ACTIVE,
    PAUSED,
    FAILING;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @JsonCreator
    static WebhookStatus fromString(String code) {
        return Arrays.stream(values())
                .filter(status -> status.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
