package org.uplift.ingest;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Keeps values of files that people open in a spreadsheet from being computed there. */
final class Formulas {
    private static final String STARTS = "=+-@\t\r";
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?%?");

    private Formulas() {}

    /** The value, with an apostrophe before it when a spreadsheet would take it for a formula; blank for nothing. */
    static String harmless(@Nullable String value) {
        if (value == null || value.isEmpty()) {
            return "";
        }
        boolean formula =
                STARTS.indexOf(value.charAt(0)) >= 0 && !NUMBER.matcher(value).matches();
        return formula ? "'" + value : value;
    }
}
