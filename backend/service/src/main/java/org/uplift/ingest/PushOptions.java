package org.uplift.ingest;

/**
 * What a request says beside its rows.
 *
 * @param snapshot the rows are all that there is: what was sent before and is not among them is removed
 * @param maxShrink the share of the rows of before, in percent, that a snapshot may remove
 */
public record PushOptions(boolean snapshot, int maxShrink) {
    /** Rows are added and changed, none removed. */
    public static final PushOptions NONE = new PushOptions(false, 0);

    /** What tells the request from another with the same rows. */
    String qualifier() {
        return snapshot ? "snapshot/" + maxShrink : "";
    }
}
