package org.uplift.pupil;

import java.nio.ByteBuffer;

/**
 * Notices whether a natural key of a request may have come before, in memory that does not grow with the rows: a Bloom
 * filter. The rows of a pupil, who mostly come together, share a page of it, and each row has a block there: what the
 * processor has at hand. It misses no key that comes again; among five million that do not, it takes one for such in one
 * request of ten.
 */
final class Repeats {
    private static final int PROBES = 8;
    private static final int WORDS_OF_A_BLOCK = 8;
    private static final int WORDS_OF_A_PAGE = 512;
    private static final int FOR_A_REQUEST = 1 << 13;
    private static final int FOR_A_FILE = 1 << 23;

    private final long[] bits;
    private boolean found;

    /** For a request of at most some thousand rows, or for a file. */
    Repeats(boolean file) {
        bits = new long[file ? FOR_A_FILE : FOR_A_REQUEST];
    }

    /** Notes the key of a row. The hash of the number is as good as random already, and the rest is mixed in. */
    void note(byte[] upnHash, int schoolUrn, int academicYear, int slot) {
        ByteBuffer random = ByteBuffer.wrap(upnHash);
        long pupil = random.getLong(0);
        long key = mixed(
                random.getLong(Long.BYTES) ^ mixed(((long) schoolUrn << 32) ^ ((long) academicYear << 20) ^ slot));
        int page = (int) pupil & (bits.length - WORDS_OF_A_PAGE);
        int block = (int) key & (WORDS_OF_A_PAGE - WORDS_OF_A_BLOCK);
        long places = mixed(pupil ^ key);
        boolean known = true;
        for (int probe = 0; probe < PROBES; probe++) {
            int word = page + block + probe;
            long bit = 1L << places;
            known &= (bits[word] & bit) != 0;
            bits[word] |= bit;
            places >>>= Byte.SIZE;
        }
        found |= known;
    }

    /** Whether a key may have come again. */
    boolean found() {
        return found;
    }

    private static long mixed(long value) {
        long mixed = (value ^ (value >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ (mixed >>> 33);
    }
}
