package org.uplift.webhook;

import org.jspecify.annotations.Nullable;

/**
 * What came of one attempt.
 *
 * @param answer the status that the receiver answered with
 */
record Attempt(@Nullable Integer answer, @Nullable Trouble trouble) {
    private static final int OK = 200;
    private static final int REDIRECT = 300;

    static Attempt answered(int status) {
        return new Attempt(status, status >= OK && status < REDIRECT ? null : Trouble.ANSWER);
    }

    static Attempt failed(Trouble trouble) {
        return new Attempt(null, trouble);
    }

    boolean arrived() {
        return trouble == null;
    }
}
