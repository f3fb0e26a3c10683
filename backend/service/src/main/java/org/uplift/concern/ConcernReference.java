package org.uplift.concern;

import java.util.UUID;

/** The short name of a concern, by which people ask after it: of the random part of its id, so that it counts nothing. */
final class ConcernReference {
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 8;

    private ConcernReference() {}

    static String of(UUID id) {
        StringBuilder letters = new StringBuilder();
        long bits = id.getLeastSignificantBits();
        for (int at = 0; at < LENGTH; at++) {
            letters.append(LETTERS.charAt((int) (bits >>> (5 * at) & 31)));
        }
        return "C-" + letters.insert(LENGTH / 2, '-');
    }
}
