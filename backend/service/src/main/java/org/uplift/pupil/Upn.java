package org.uplift.pupil;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.uplift.ingest.RowReader;

/**
 * A unique pupil number: a check letter, the local authority (3 digits), the establishment (4), the year (2) and a serial
 * number (3), of which a temporary number has a letter in the last place. Source: Department for Education, guide to
 * unique pupil numbers.
 */
record Upn(String value) {
    private static final String LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ";
    private static final int LENGTH = 13;

    /** What is wrong with a number. */
    enum Fault {
        FORMAT("upn-format", "A UPN has a letter, eleven digits, and a digit or letter."),
        CHECK_LETTER(
                "upn-check-letter", "The check letter of the UPN does not fit its digits; look for a typing error.");

        final String code;
        final String message;

        Fault(String code, String message) {
            this.code = code;
            this.message = message;
        }
    }

    /** The number as it is stored: without blanks, in capitals. */
    static Upn of(String text) {
        return new Upn(text.strip().toUpperCase(Locale.ROOT));
    }

    /** The number in a row; nothing when it is refused, or not there. */
    static @Nullable Upn read(RowReader row, String field) {
        String value = row.value(field);
        if (value == null) {
            return null;
        }
        Upn upn = of(value);
        Fault fault = upn.fault();
        if (fault != null) {
            row.refuse(field, fault.code, fault.message);
            return null;
        }
        return upn;
    }

    /** What is wrong with it, or nothing. */
    @Nullable
    Fault fault() {
        if (!hasForm()) {
            return Fault.FORMAT;
        }
        return value.charAt(0) == checkLetter(value.substring(1)) ? null : Fault.CHECK_LETTER;
    }

    private boolean hasForm() {
        if (value.length() != LENGTH || LETTERS.indexOf(value.charAt(0)) < 0) {
            return false;
        }
        for (int at = 1; at < LENGTH - 1; at++) {
            if (!isDigit(value.charAt(at))) {
                return false;
            }
        }
        char last = value.charAt(LENGTH - 1);
        return isDigit(last) || LETTERS.indexOf(last) >= 0;
    }

    /** The letter that belongs in front of the other twelve characters. */
    static char checkLetter(String rest) {
        int sum = 0;
        for (int at = 0; at < rest.length(); at++) {
            char c = rest.charAt(at);
            sum += (isDigit(c) ? c - '0' : LETTERS.indexOf(c)) * (at + 2);
        }
        return LETTERS.charAt(sum % LETTERS.length());
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Never shows the number, in no log and no message. */
    @Override
    public String toString() {
        return "UPN";
    }
}
