package org.uplift.dataset;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Collects small pieces of a file and passes them on in large ones. */
final class Bytes {
    private static final int SIZE = 1 << 16;
    private static final String DIGITS = "0123456789abcdef";

    private final OutputStream to;
    private final byte[] held = new byte[SIZE];
    private int size;

    Bytes(OutputStream to) {
        this.to = to;
    }

    void add(int one) throws IOException {
        if (size == SIZE) {
            flush();
        }
        held[size++] = (byte) one;
    }

    void add(byte[] some) throws IOException {
        add(some, 0, some.length);
    }

    void add(byte[] some, int start, int end) throws IOException {
        int length = end - start;
        if (length > SIZE - size) {
            flush();
            if (length > SIZE) {
                to.write(some, start, length);
                return;
            }
        }
        System.arraycopy(some, start, held, size, length);
        size += length;
    }

    void add(String text) throws IOException {
        add(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A control character as JSON writes it. */
    void addControl(int one) throws IOException {
        add("\\u00" + DIGITS.charAt(one >> 4) + DIGITS.charAt(one & 0xf));
    }

    void flush() throws IOException {
        to.write(held, 0, size);
        size = 0;
    }
}
