package org.uplift.sealing;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** The key of one thing as it is stored: sealed with a key of the ring, which is named. */
@Embeddable
public class SealedKey {
    private String keyId;

    @Column(name = "sealed_key")
    private byte[] content;

    protected SealedKey() {}

    SealedKey(String keyId, byte[] content) {
        this.keyId = keyId;
        this.content = content;
    }

    /** As it was read. */
    public static SealedKey of(String keyId, byte[] content) {
        return new SealedKey(keyId, content);
    }

    public String keyId() {
        return keyId;
    }

    public byte[] content() {
        return content;
    }
}
