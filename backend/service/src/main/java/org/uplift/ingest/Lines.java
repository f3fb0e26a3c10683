package org.uplift.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** The lines of a file as bytes, one at a time, in a buffer that does not grow. */
final class Lines {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LOWEST = 0x0101_0101_0101_0101L;
    private static final long HIGHEST = LOWEST << 7;
    private static final long LINE_ENDS = '\n' * LOWEST;
    private static final long BACKSLASHES = '\\' * LOWEST;

    private final InputStream in;
    private final byte[] buffer = new byte[4 * RowSource.LONGEST_ROW];
    private int from;
    private int to;
    private int next;
    private int filled;
    private boolean plain;
    private boolean ended;
    private boolean started;

    Lines(InputStream in) {
        this.in = in;
    }

    /** Moves on to the next line; false at the end. The row is what a line that is too long is called by. */
    boolean next(int row) throws IOException {
        from = next;
        plain = true;
        for (int at = from; ; at++) {
            at = pastPlain(at);
            if (at == filled) {
                if (at - from > RowSource.LONGEST_ROW) {
                    throw RowError.tooLong(row);
                }
                at -= more();
                if (at == filled) {
                    to = filled;
                    next = filled;
                    return to > from;
                }
            }
            byte b = buffer[at];
            if (b == '\n') {
                to = at;
                next = at + 1;
                return checked(row);
            }
            if (b <= 0 || b == '\\') {
                if (b == 0) {
                    throw Text.notText();
                }
                plain = false;
            }
        }
    }

    /** The place up to where nothing ends the line or is more than plain text; eight bytes at a time, as far as that goes. */
    private int pastPlain(int from) {
        int at = from;
        while (at + Long.BYTES <= filled && isPlain((long) EIGHT.get(buffer, at))) {
            at += Long.BYTES;
        }
        return at;
    }

    /** Taking one away sets the highest bit of a byte that was nothing, and so of a line end that was made nothing. */
    private static boolean isPlain(long eight) {
        long other = eight | (eight - LOWEST) | ((eight ^ LINE_ENDS) - LOWEST) | ((eight ^ BACKSLASHES) - LOWEST);
        return (other & HIGHEST) == 0;
    }

    private boolean checked(int row) {
        if (to - from > RowSource.LONGEST_ROW) {
            throw RowError.tooLong(row);
        }
        return true;
    }

    /** Reads more behind what is there, and says by how much everything moved to the front for it. */
    private int more() throws IOException {
        int moved = 0;
        if (buffer.length - filled < RowSource.LONGEST_ROW) {
            moved = from;
            System.arraycopy(buffer, from, buffer, 0, filled - from);
            filled -= from;
            from = 0;
        }
        int before = filled;
        while (!ended && (filled == before || (!started && filled < 3))) {
            int read = in.read(buffer, filled, buffer.length - filled);
            ended = read < 0;
            filled += Math.max(read, 0);
        }
        if (!started) {
            started = true;
            if (filled >= 3 && buffer[0] == (byte) 0xEF && buffer[1] == (byte) 0xBB && buffer[2] == (byte) 0xBF) {
                System.arraycopy(buffer, 3, buffer, 0, filled - 3);
                filled -= 3;
            }
        }
        return moved;
    }

    byte[] buffer() {
        return buffer;
    }

    int from() {
        return from;
    }

    int length() {
        return to - from;
    }

    /** Whether the line is ASCII without a backslash, so that every character is as it stands there. */
    boolean plain() {
        return plain;
    }

    boolean isBlank() {
        for (int at = from; at < to; at++) {
            if (buffer[at] < 0 || buffer[at] > ' ') {
                return false;
            }
        }
        return true;
    }
}
