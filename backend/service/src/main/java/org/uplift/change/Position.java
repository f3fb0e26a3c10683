package org.uplift.change;

import java.util.UUID;

/**
 * A place in the log of changes.
 *
 * @param number by which items are in order
 * @param item that is there, which tells one database from another that was put back to an earlier state
 */
record Position(long number, UUID item) {
    /** Before the first item. */
    static final Position START = new Position(0, new UUID(0, 0));
}
