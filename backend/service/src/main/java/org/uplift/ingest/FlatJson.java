package org.uplift.ingest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads what nearly every line of a file with a JSON object a line is: a flat object in ASCII without a backslash. Everything
 * else is left to a parser for any JSON, what is wrong with a line above all. A member that is written as it was in an earlier
 * line is not read again: most of a push repeats itself.
 */
final class FlatJson {
    /** Where the members of an object go. */
    interface Members {
        /** The place of the member with a name, always the same; negative when there is no room for it. */
        int place(String name);

        /**
         * A member.
         *
         * @param value a text, a number as it is written, {@code true} or {@code false}; blank where there is nothing
         * @return whether it can be taken
         */
        boolean put(int place, String value);
    }

    /** A member, and the bytes that it was read from. */
    private record Member(String name, String value, byte[] written) {}

    private static final int LONGEST_NUMBER = 100;
    private static final int LONGEST_REMEMBERED = 200;

    private final Members members;
    /** By place; the one that is likely to come after another has the next place. */
    private final @Nullable Member[] earlier = new Member[RowSource.MOST_COLUMNS];

    private byte[] line = {};
    private int end;
    private int at;

    FlatJson(Members members) {
        this.members = members;
    }

    /**
     * Reads a line.
     *
     * @param bytes ASCII without a backslash, of which the line is a part
     * @return whether it was such an object and every member was taken; else some may have been
     */
    boolean read(byte[] bytes, int from, int to) {
        line = bytes;
        at = from;
        end = to;
        if (!next('{')) {
            return false;
        }
        if (next('}')) {
            return isAtEnd();
        }
        int place = -1;
        do {
            place = member(place + 1);
        } while (place >= 0 && next(','));
        return place >= 0 && next('}') && isAtEnd();
    }

    /** Takes the next member; its place, negative when there is none or it cannot be taken. */
    private int member(int likely) {
        skipBlanks();
        Member expected = likely < earlier.length ? earlier[likely] : null;
        if (expected != null && isAgain(expected)) {
            return members.put(likely, expected.value) ? likely : -1;
        }
        int from = at;
        String name = expected != null && isQuoted(expected.name) ? expected.name : text();
        if (name == null || !next(':')) {
            return -1;
        }
        int place = members.place(name);
        String value = place < 0 ? null : value();
        if (value == null || !members.put(place, value)) {
            return -1;
        }
        if (at - from <= LONGEST_REMEMBERED) {
            earlier[place] = new Member(name, value, Arrays.copyOfRange(line, from, at));
        }
        return place;
    }

    /** Moves on when a member stands here as it did before, and no longer number that begins like it. */
    private boolean isAgain(Member member) {
        byte[] written = member.written;
        int to = at + written.length;
        boolean again = to < end && Arrays.equals(line, at, to, written, 0, written.length) && !isOfWord(line[to]);
        at = again ? to : at;
        return again;
    }

    /** Moves on when a text stands here. */
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
        at += length + 2;
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
