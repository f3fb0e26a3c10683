package org.uplift.dataset;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A row as the database sends it in its text format: fields between tabs, {@code \N} for none, and a backslash before what
 * would be taken for something else. It is used again for the next row.
 */
final class Row {
    private static final int ESCAPE = '\\';

    private final int[] ends;
    private byte[] bytes = {};
    private boolean escaped;

    Row(int fields) {
        ends = new int[fields];
    }

    /** Takes a line, with the line feed at its end. */
    void take(byte[] line) {
        bytes = line;
        escaped = false;
        int field = 0;
        for (int at = 0; at < line.length; at++) {
            byte one = line[at];
            if (one == '\t' || one == '\n') {
                ends[field++] = at;
            } else if (one == ESCAPE) {
                escaped = true;
            }
        }
        if (field != ends.length) {
            throw new IllegalStateException("A row has " + field + " fields instead of " + ends.length);
        }
    }

    byte[] bytes() {
        return bytes;
    }

    int start(int field) {
        return field == 0 ? 0 : ends[field - 1] + 1;
    }

    int end(int field) {
        return ends[field];
    }

    boolean isNull(int field) {
        int start = start(field);
        return ends[field] - start == 2 && bytes[start] == ESCAPE && bytes[start + 1] == 'N';
    }

    /** Whether there may be backslashes in it. */
    boolean isEscaped() {
        return escaped;
    }

    /** A field as it is stored. */
    @Nullable
    String text(int field) {
        if (isNull(field)) {
            return null;
        }
        byte[] plain = plain(field);
        return new String(plain, StandardCharsets.UTF_8);
    }

    /** The bytes of a field as it is stored, for one that is not null. */
    byte[] plain(int field) {
        byte[] plain = Arrays.copyOfRange(bytes, start(field), ends[field]);
        if (!escaped) {
            return plain;
        }
        int length = 0;
        for (int at = 0; at < plain.length; at++) {
            plain[length++] = plain[at] == ESCAPE ? stored(plain[++at]) : plain[at];
        }
        return Arrays.copyOf(plain, length);
    }

    /** What stands for itself or for a control character behind a backslash. */
    static byte stored(byte escape) {
        return switch (escape) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'v' -> 0x0b;
            default -> escape;
        };
    }
}
