package org.uplift.stack;

/** Something that the person at the keyboard can put right; told in one line. */
final class Trouble extends RuntimeException {
    private static final long serialVersionUID = 1;

    Trouble(String remedy) {
        super(remedy, null, false, false);
    }
}
