package org.uplift.pupil;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A unique pupil number: a check letter, the local authority (3 digits), the establishment (4), the year (2) and a serial
 * number (3), of which a temporary number has a letter in the last place. Source: Department for Education, guide to
 * unique pupil numbers.
 */
record Upn(String value) {
    private static final String LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ";
    private static final Pattern FORM = Pattern.compile("[" + LETTERS + "]\\d{11}[\\d" + LETTERS + "]");

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

    /** What is wrong with it, or nothing. */
    @Nullable
    Fault fault() {
        if (!FORM.matcher(value).matches()) {
            return Fault.FORMAT;
        }
        return value.charAt(0) == checkLetter(value.substring(1)) ? null : Fault.CHECK_LETTER;
    }

    /** The letter that belongs in front of the other twelve characters. */
    static char checkLetter(String rest) {
        int sum = 0;
        for (int at = 0; at < rest.length(); at++) {
            char c = rest.charAt(at);
            sum += (Character.isDigit(c) ? c - '0' : LETTERS.indexOf(c)) * (at + 2);
        }
        return LETTERS.charAt(sum % LETTERS.length());
    }

    /** Never shows the number, in no log and no message. */
    @Override
    public String toString() {
        return "UPN";
    }
}
