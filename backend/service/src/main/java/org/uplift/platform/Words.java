package org.uplift.platform;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How things are written in sentences for people. */
public final class Words {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private Words() {}

    /** A day as 31 July 2026. */
    public static String day(LocalDate date) {
        return DAY.format(date);
    }

    /** With its first letter as a capital. */
    public static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.UK) + text.substring(1);
    }

    /** A code as words: {@code target-setting} is target setting. */
    public static String of(String code) {
        return code.replace('-', ' ');
    }
}
