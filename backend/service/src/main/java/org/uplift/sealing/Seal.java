package org.uplift.sealing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals texts with one key (AES-256-GCM, a new nonce each time). Each is bound to its place, so that one row's text does not
 * open in another's.
 */
public final class Seal {
    static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;

    Seal(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    static byte[] random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return random;
    }

    /** A text that opens with this key and for this place alone. */
    public byte[] close(String text, String place) {
        return close(text.getBytes(StandardCharsets.UTF_8), place);
    }

    /** The text that was sealed for a place. */
    public String open(byte[] sealed, String place) {
        return new String(bytes(sealed, place), StandardCharsets.UTF_8);
    }

    byte[] close(byte[] content, String place) {
        byte[] nonce = random(NONCE_BYTES);
        byte[] secret = apply(Cipher.ENCRYPT_MODE, nonce, content, place);
        return ByteBuffer.allocate(nonce.length + secret.length)
                .put(nonce)
                .put(secret)
                .array();
    }

    byte[] bytes(byte[] sealed, String place) {
        ByteBuffer buffer = ByteBuffer.wrap(sealed);
        byte[] nonce = new byte[NONCE_BYTES];
        buffer.get(nonce);
        byte[] secret = new byte[buffer.remaining()];
        buffer.get(secret);
        return apply(Cipher.DECRYPT_MODE, nonce, secret, place);
    }

    private byte[] apply(int mode, byte[] nonce, byte[] input, String place) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("What was sealed for " + place + " does not open", e);
        }
    }
}
