package org.uplift.timetable;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.uplift.platform.Problem;

/** A day of the week on which schools are open. */
public enum Weekday {
    MONDAY,
    TUESDAY,
    WEDNESDAY,
    THURSDAY,
    FRIDAY;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The day with this code; refuses anything else. */
    @JsonCreator
    public static Weekday fromString(String code) {
        for (Weekday day : values()) {
            if (day.code().equals(code)) {
                return day;
            }
        }
        throw Problem.invalid("/weekday", "unknown-code", "\"" + code + "\" is not a weekday; use monday to friday.");
    }

    /** 1 Monday to 5 Friday. */
    int number() {
        return ordinal() + 1;
    }
}
