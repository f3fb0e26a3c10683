package org.uplift.pupil;

import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.uplift.ingest.Vault;

/**
 * Keeps pupil numbers: encrypted (AES-256-GCM, a new nonce each time) to be given back, and hashed with another key
 * (HMAC-SHA-256) to be found. Whatever else holds them is encrypted in the same way. Without the keys none of it tells
 * anything.
 */
@Startup
@ApplicationScoped
class UpnVault implements Vault {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BYTES = 32;

    private final SecretKeySpec encryption;
    private final SecretKeySpec hash;
    private final SecureRandom random = new SecureRandom();

    @Inject
    UpnVault(
            @ConfigProperty(name = "uplift.upn.key") Optional<String> encryptionKey,
            @ConfigProperty(name = "uplift.upn.hash-key") Optional<String> hashKey) {
        encryption = new SecretKeySpec(key("UPLIFT_UPN_KEY", encryptionKey), "AES");
        hash = new SecretKeySpec(key("UPLIFT_UPN_HASH_KEY", hashKey), "HmacSHA256");
    }

    private static byte[] key(String variable, Optional<String> base64) {
        String needed = "; it needs 32 bytes in Base64, for example from: openssl rand -base64 32";
        if (base64.isEmpty()) {
            throw new ConfigurationException(variable + " is not set" + needed);
        }
        try {
            byte[] key = Base64.getDecoder().decode(base64.get().strip());
            if (key.length != KEY_BYTES) {
                throw new ConfigurationException(variable + " holds " + key.length + " bytes" + needed);
            }
            return key;
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(variable + " is not Base64" + needed);
        }
    }

    /** Hashes numbers for one request. */
    UpnHashes hashes() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(hash);
            return new UpnHashes(mac);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] encrypt(Upn upn) {
        return encrypt(upn.value().getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public byte[] encrypt(byte[] plain) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] secret = apply(Cipher.ENCRYPT_MODE, nonce, plain);
        return ByteBuffer.allocate(nonce.length + secret.length)
                .put(nonce)
                .put(secret)
                .array();
    }

    @Override
    public byte[] decrypt(byte[] stored) {
        ByteBuffer buffer = ByteBuffer.wrap(stored);
        byte[] nonce = new byte[NONCE_BYTES];
        buffer.get(nonce);
        byte[] secret = new byte[buffer.remaining()];
        buffer.get(secret);
        return apply(Cipher.DECRYPT_MODE, nonce, secret);
    }

    private byte[] apply(int mode, byte[] nonce, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, encryption, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
