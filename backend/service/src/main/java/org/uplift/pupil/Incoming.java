package org.uplift.pupil;

/**
 * A row with its pupil found or to be found.
 *
 * @param upnHash keyed hash of the pupil's number
 * @param upnEncrypted the number, encrypted
 */
record Incoming<T>(T row, byte[] upnHash, byte[] upnEncrypted) {}
