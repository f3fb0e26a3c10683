package org.uplift.webhook;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import org.uplift.platform.Problem;

/** How a delivery stands; a dead one has failed for good, until it is replayed. */
public enum DeliveryStatus {
    WAITING,
    DELIVERED,
    DEAD;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static DeliveryStatus fromString(String code) {
        return Arrays.stream(values())
                .filter(status -> status.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                        "/status", "unknown-code", "\"" + code + "\" is none of waiting, delivered and dead."));
    }
}
