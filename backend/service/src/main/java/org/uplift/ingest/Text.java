package org.uplift.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.uplift.platform.Problem;
import org.uplift.platform.ProblemType;

/**
 * The characters of a file in UTF-8, with or without its mark, or in Windows-1252.
 *
 * <p>It is read once. Up to the first byte beyond ASCII both encodings say the same, and there the file tells which one
 * it is: text in Windows-1252 has no valid UTF-8 sequence there, but for pairs that nobody writes. What breaks later in
 * a file of UTF-8 is a broken place, not another encoding; it becomes U+FFFD and is counted.
 */
final class Text extends Reader {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    /** The last line: a character that is refused everywhere else. */
    static final char END = '\0';

    private static final char BROKEN = '\uFFFD';

    private final InputStream in;
    private final ByteBuffer bytes = ByteBuffer.allocate(32_768).flip();
    private final CharBuffer chars =
            CharBuffer.allocate(2 * RowSource.LONGEST_ROW).flip();
    private CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
    private boolean started;
    private boolean beyondAscii;
    private boolean ended;
    private boolean finished;
    private int broken;

    Text(InputStream in) {
        this.in = in;
    }

    /** How many places could not be read in the encoding of the file, as far as it has been read. */
    int broken() {
        return broken;
    }

    static boolean isBroken(String value) {
        return value.indexOf(BROKEN) >= 0;
    }

    /** The first line that is not empty, to look at; it stays to be read. Null when it is longer than a line may be. */
    @Nullable
    String firstLine() throws IOException {
        int from = chars.position();
        boolean quoted = false;
        for (int at = from; ; at++) {
            if (at == chars.limit()) {
                int read = at - chars.position();
                if (read > RowSource.LONGEST_ROW) {
                    return null;
                }
                from -= chars.position();
                if (!fill()) {
                    return line(from, read);
                }
                at = read;
            }
            char c = chars.get(at);
            quoted ^= c == '"';
            if ((c == '\n' || c == '\r') && !quoted) {
                if (at > from) {
                    return line(from, at);
                }
                from = at + 1;
            }
        }
    }

    private String line(int from, int to) {
        return new String(chars.array(), from, to - from);
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        if (!chars.hasRemaining() && !fill() && !finish()) {
            return -1;
        }
        int some = Math.min(length, chars.remaining());
        chars.get(into, offset, some);
        return some;
    }

    /** Adds a last line that no file can hold. Where a quote is not closed, it is swallowed by that value. */
    private boolean finish() {
        if (finished) {
            return false;
        }
        finished = true;
        chars.clear().put('\n').put(END).flip();
        return true;
    }

    /** Moves what is left to the front, and adds some; false at the end of the file. */
    private boolean fill() throws IOException {
        chars.compact();
        int from = chars.position();
        while (chars.position() == from && !(ended && !bytes.hasRemaining())) {
            if (!ended && bytes.remaining() < 4) {
                more();
            }
            decode();
            from = started ? from : skipMark(from);
        }
        int to = chars.position();
        chars.flip();
        return to > from;
    }

    private int skipMark(int from) {
        if (chars.position() > from) {
            started = true;
            if (chars.get(from) == BYTE_ORDER_MARK) {
                chars.limit(chars.position()).position(from + 1);
                chars.compact();
            }
        }
        return from;
    }

    private void more() throws IOException {
        bytes.compact();
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        ended = read < 0;
        bytes.position(bytes.position() + Math.max(read, 0));
        bytes.flip();
    }

    private void decode() {
        int from = chars.position();
        CoderResult result = decoder.decode(bytes, chars, ended);
        look(from, chars.position());
        if (result.isMalformed()) {
            if (beyondAscii) {
                bytes.position(bytes.position() + result.length());
                chars.put(BROKEN);
                broken++;
            } else {
                decoder = WINDOWS_1252
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
                beyondAscii = true;
            }
        } else if (result.isUnmappable()) {
            bytes.position(bytes.position() + result.length());
            chars.put(BROKEN);
            broken++;
        }
    }

    private void look(int from, int to) {
        char[] array = chars.array();
        int beyond = 0;
        for (int at = from; at < to; at++) {
            if (array[at] == END) {
                throw notText();
            }
            beyond |= array[at];
        }
        beyondAscii |= beyond > 127;
    }

    static Problem notText() {
        return Problem.of(
                ProblemType.MALFORMED,
                "The file is not a text file; save it as CSV (UTF-8) and send it again. A workbook goes in as .xlsx.");
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
