package org.uplift.ingest;

/** Encrypts what would tell of pupils, with a key that the database does not hold. */
public interface Vault {
    byte[] encrypt(byte[] plain);

    byte[] decrypt(byte[] stored);
}
