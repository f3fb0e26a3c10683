package org.uplift.ingest;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A beginning, then one character again and again: a file far larger than the memory, which is never made. */
public final class Endless extends InputStream {
    private final byte[] beginning;
    private final byte repeated;
    private final long size;
    private long at;

    public Endless(String beginning, char repeated, long size) {
        this.beginning = beginning.getBytes(StandardCharsets.UTF_8);
        this.repeated = (byte) repeated;
        this.size = size;
    }

    /** How much of it was read. */
    public long taken() {
        return at;
    }

    @Override
    public int read() {
        if (at == size) {
            return -1;
        }
        int b = at < beginning.length ? beginning[(int) at] : repeated;
        at++;
        return b & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        int some = (int) Math.min(length, size - at);
        java.util.Arrays.fill(into, offset, offset + some, repeated);
        for (int i = 0; i < some && at + i < beginning.length; i++) {
            into[offset + i] = beginning[(int) at + i];
        }
        at += some;
        return some == 0 && length > 0 ? -1 : some;
    }
}
