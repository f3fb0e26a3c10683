package org.uplift.ingest;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads what nearly every line of a file with a JSON object a line is: a flat object in ASCII without a backslash. It takes
 * half as long as a parser for any JSON, to which everything else is left, what is wrong with a line above all.
 */
final class FlatJson {
    /** Where the members of an object go. */
    interface Members {
        /** The name that is likely to come next; null when nothing is known of it. */
        @Nullable
        String expected();

        /**
         * A member.
         *
         * @param value a text, a number as it is written, {@code true} or {@code false}; blank where there is nothing
         * @return whether it can be taken
         */
        boolean member(String name, String value);
    }

    private static final int LONGEST_NUMBER = 100;

    private final byte[] line;
    private final int end;
    private int at;

    private FlatJson(byte[] line, int from, int end) {
        this.line = line;
        this.end = end;
        at = from;
    }

    /**
     * Reads a line.
     *
     * @param line bytes that are ASCII without a backslash, of which the line is a part
     * @return whether it was such an object and every member was taken; else some may have been
     */
    static boolean read(byte[] line, int from, int end, Members members) {
        return new FlatJson(line, from, end).object(members);
    }

    private boolean object(Members members) {
        if (!next('{')) {
            return false;
        }
        if (next('}')) {
            return isAtEnd();
        }
        do {
            String name = name(members.expected());
            if (name == null || !next(':')) {
                return false;
            }
            String value = value();
            if (value == null || !members.member(name, value)) {
                return false;
            }
        } while (next(','));
        return next('}') && isAtEnd();
    }

    private @Nullable String name(@Nullable String expected) {
        skipBlanks();
        if (expected != null && isQuoted(expected)) {
            at += expected.length() + 2;
            return expected;
        }
        return text();
    }

    private boolean isQuoted(String text) {
        int length = text.length();
        if (end - at < length + 2 || line[at] != '"' || line[at + 1 + length] != '"') {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (line[at + 1 + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private @Nullable String value() {
        skipBlanks();
        if (at == end) {
            return null;
        }
        if (line[at] == '"') {
            return text();
        }
        int from = at;
        while (at < end && isOfWord(line[at])) {
            at++;
        }
        if (at - from > LONGEST_NUMBER) {
            return null;
        }
        String word = new String(line, from, at - from, StandardCharsets.ISO_8859_1);
        return switch (word) {
            case "null" -> "";
            case "true", "false" -> word;
            default -> isNumber(word) ? word : null;
        };
    }

    private @Nullable String text() {
        if (at == end || line[at] != '"') {
            return null;
        }
        int from = ++at;
        while (at < end && line[at] != '"') {
            if (line[at] < ' ') {
                return null;
            }
            at++;
        }
        return at == end ? null : new String(line, from, at++ - from, StandardCharsets.ISO_8859_1);
    }

    private static boolean isOfWord(byte b) {
        return b >= '0' && b <= '9' || b >= 'a' && b <= 'z' || b == '-' || b == '+' || b == '.' || b == 'E';
    }

    private static boolean isNumber(String word) {
        int at = word.startsWith("-") ? 1 : 0;
        int whole = digits(word, at);
        if (whole == at || word.charAt(at) == '0' && whole > at + 1) {
            return false;
        }
        at = whole;
        if (at < word.length() && word.charAt(at) == '.') {
            int part = digits(word, at + 1);
            if (part == at + 1) {
                return false;
            }
            at = part;
        }
        if (at < word.length() && (word.charAt(at) == 'e' || word.charAt(at) == 'E')) {
            at++;
            if (at < word.length() && (word.charAt(at) == '+' || word.charAt(at) == '-')) {
                at++;
            }
            int power = digits(word, at);
            if (power == at) {
                return false;
            }
            at = power;
        }
        return at == word.length();
    }

    private static int digits(String word, int from) {
        int at = from;
        while (at < word.length() && word.charAt(at) >= '0' && word.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    private boolean next(char wanted) {
        skipBlanks();
        if (at < end && line[at] == wanted) {
            at++;
            return true;
        }
        return false;
    }

    private boolean isAtEnd() {
        skipBlanks();
        return at == end;
    }

    private void skipBlanks() {
        while (at < end && (line[at] == ' ' || line[at] == '\t' || line[at] == '\r' || line[at] == '\n')) {
            at++;
        }
    }
}
