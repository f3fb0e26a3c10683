package org.uplift.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.uplift.platform.Problem;

/** Files that mean no good, or are broken. */
public final class Hostile {
    /** A few hundred bytes that stand for three gigabytes. */
    public static final String BILLION_LAUGHS = billionLaughs();

    public static final String EXTERNAL_ENTITY =
            "<!DOCTYPE CTfile [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><CTfile><Header>&x;</Header></CTfile>";

    private Hostile() {}

    private static String billionLaughs() {
        StringBuilder text = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE CTfile [<!ENTITY a0 \"laugh\">");
        for (int at = 1; at < 10; at++) {
            text.append("<!ENTITY a")
                    .append(at)
                    .append(" \"")
                    .append(("&a" + (at - 1) + ";").repeat(10))
                    .append("\">");
        }
        return text.append("]><CTfile><Header>&a9;</Header></CTfile>").toString();
    }

    /** Fails when a source ends in anything but rows or a problem that is the sender's. */
    public static void endsInRowsOrAProblem(RowSource source) {
        try {
            source.read(new Taken());
        } catch (Problem problem) {
            if (problem.type().status() >= 500 || problem.detail().isBlank()) {
                throw new AssertionError(problem);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] after(String beginning, byte[] bytes) {
        byte[] start = beginning.getBytes(StandardCharsets.UTF_8);
        byte[] whole = java.util.Arrays.copyOf(start, start.length + bytes.length);
        System.arraycopy(bytes, 0, whole, start.length, bytes.length);
        return whole;
    }

    public static byte[] before(byte[] bytes, String end) {
        byte[] rest = end.getBytes(StandardCharsets.UTF_8);
        byte[] whole = java.util.Arrays.copyOf(bytes, bytes.length + rest.length);
        System.arraycopy(rest, 0, whole, bytes.length, rest.length);
        return whole;
    }
}
