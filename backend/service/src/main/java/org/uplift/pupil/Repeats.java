package org.uplift.pupil;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;

/**
 * Notices whether a natural key of a request may have come before, in memory that does not grow with the rows: a Bloom
 * filter. The rows of a pupil, who mostly come together, share a page of it, and each row has a block there: what the
 * processor has at hand. It misses no key that comes again; among five million that do not, it takes one for such in about
 * one request of ten. It lies beside the heap, which would be searched over and over while so large a thing is in it.
 */
final class Repeats implements AutoCloseable {
    private static final int WORDS_OF_A_BLOCK = 8;
    private static final int WORDS_OF_A_PAGE = 512;
    private static final int FOR_A_REQUEST = 1 << 13;
    private static final int FOR_A_FILE = 1 << 22;

    private final Arena memory = Arena.ofConfined();
    private final int words;
    private final MemorySegment bits;
    private boolean found;

    /** For a request of at most some thousand rows, or for a file. */
    Repeats(boolean file) {
        words = file ? FOR_A_FILE : FOR_A_REQUEST;
        bits = memory.allocate(ValueLayout.JAVA_LONG, words);
    }

    /** Notes the key of a row. The hash of the number is as good as random already, and the rest is mixed in. */
    void note(byte[] upnHash, int schoolUrn, int academicYear, int slot) {
        ByteBuffer random = ByteBuffer.wrap(upnHash);
        long pupil = random.getLong(0);
        long key = mixed(
                random.getLong(Long.BYTES) ^ mixed(((long) schoolUrn << 32) ^ ((long) academicYear << 20) ^ slot));
        int page = (int) pupil & (words - WORDS_OF_A_PAGE);
        int start = page + ((int) key & (WORDS_OF_A_PAGE - WORDS_OF_A_BLOCK));
        long places = mixed(pupil ^ key);
        long others = mixed(places ^ key);
        boolean known = true;
        for (int word = 0; word < WORDS_OF_A_BLOCK; word++) {
            long two = 1L << places | 1L << others;
            long there = bits.getAtIndex(ValueLayout.JAVA_LONG, start + word);
            known &= (there & two) == two;
            bits.setAtIndex(ValueLayout.JAVA_LONG, start + word, there | two);
            places >>>= Byte.SIZE;
            others >>>= Byte.SIZE;
        }
        found |= known;
    }

    /** Whether a key may have come again. */
    boolean found() {
        return found;
    }

    @Override
    public void close() {
        memory.close();
    }

    private static long mixed(long value) {
        long mixed = (value ^ (value >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ (mixed >>> 33);
    }
}
