package org.uplift.checkpoint;

/**
 * Somebody who wants to sign.
 *
 * @param leads whether they lead the school; for a checkpoint of the trust, the trust
 * @param leadsTrust whether they lead the trust
 */
record Signer(Somebody person, boolean leads, boolean leadsTrust) {}
