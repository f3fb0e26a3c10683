package org.uplift.digest;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.uplift.platform.Problem;

/** How often somebody wants a digest. */
@Schema(name = "DigestFrequency", description = "How often a digest comes by e-mail; weekly is every Monday.")
public enum Frequency {
    DAILY,
    WEEKLY,
    NONE;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static Frequency of(String code) {
        for (Frequency known : values()) {
            if (known.code().equals(code)) {
                return known;
            }
        }
        throw Problem.invalid(
                "/frequency", "unknown-code", "\"" + code + "\" is not how often; use daily, weekly or none.");
    }

    /** Whether one comes on a day. */
    boolean isDue(LocalDate day) {
        return this == DAILY || (this == WEEKLY && day.getDayOfWeek() == DayOfWeek.MONDAY);
    }
}
