package org.uplift.platform;

import org.jspecify.annotations.Nullable;

/** What a client sends so that it can repeat a request without doing the thing twice. */
public final class IdempotencyKey {
    /** The header. */
    public static final String HEADER = "Idempotency-Key";

    private static final int LONGEST = 200;

    private IdempotencyKey() {}

    /** The key, when there is one of a fitting length: 400 without, 422 past it. */
    public static String checked(@Nullable String key) {
        if (key == null || key.isBlank()) {
            throw Problem.of(
                    ProblemType.IDEMPOTENCY_KEY_MISSING,
                    "Send a header Idempotency-Key, new for each new request and the same when you repeat one.");
        }
        if (key.length() > LONGEST) {
            throw Problem.invalid(
                    "/" + HEADER,
                    "too-long",
                    "The Idempotency-Key has " + key.length() + " characters, " + LONGEST + " are allowed.");
        }
        return key;
    }
}
