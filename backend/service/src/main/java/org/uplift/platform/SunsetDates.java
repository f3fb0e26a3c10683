package org.uplift.platform;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** How what a {@link Sunset} says is told: in a sentence of the contract, and in headers. */
record SunsetDates(LocalDate since, LocalDate until, String instead) {
    static final String DEPRECATION = "Deprecation";
    static final String SUNSET = "Sunset";

    static SunsetDates of(String since, String until, String instead) {
        return new SunsetDates(LocalDate.parse(since), LocalDate.parse(until), instead);
    }

    static SunsetDates of(Sunset sunset) {
        return of(sunset.since(), sunset.until(), sunset.instead());
    }

    String sentence() {
        return "Deprecated since " + since + ", and there until " + until + ". Use " + instead + ".";
    }

    /** A date of a structured field, RFC 9745. */
    String deprecation() {
        return "@" + since.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
    }

    /** A date of HTTP, RFC 8594: the first moment at which it may be gone. */
    String sunset() {
        ZonedDateTime end = until.plusDays(1).atStartOfDay(ZoneOffset.UTC);
        return DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", java.util.Locale.ROOT)
                .format(end);
    }
}
