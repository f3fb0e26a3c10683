package org.uplift.timetable;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a calendar shows. */
public enum FeedAbout {
    PERSON,
    SCHOOL,
    TRUST;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
