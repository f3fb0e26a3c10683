package org.uplift.pack;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Bytes that stay as they are.
 *
 * @param sha256 of them, in 64 hexadecimal digits
 */
record Frozen(byte[] bytes, String sha256) {
    static Frozen of(byte[] bytes) {
        try {
            return new Frozen(
                    bytes,
                    HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The hash as a Content-Digest (RFC 9530). */
    String digest() {
        return "sha-256=:" + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256)) + ":";
    }
}
