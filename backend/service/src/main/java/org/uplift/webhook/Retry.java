package org.uplift.webhook;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When what did not arrive is tried again: later each time, for a day in all. */
final class Retry {
    static final Duration GIVEN_UP = Duration.ofHours(24);
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(6);
    private static final int DOUBLINGS = 10;
    private static final double LEAST = 0.75;
    private static final double SPREAD = 0.5;

    private Retry() {}

    /**
     * When to try next; nothing when it has failed for good.
     *
     * @param attempts so far
     * @param chance from 0 to 1, so that what failed together is not tried together again
     */
    static @Nullable Instant next(int attempts, Instant tryingSince, Instant now, double chance) {
        Instant end = tryingSince.plus(GIVEN_UP);
        if (!now.isBefore(end)) {
            return null;
        }
        Duration doubled = FIRST.multipliedBy(1L << Math.min(attempts - 1, DOUBLINGS));
        Duration capped = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        Instant next = now.plusMillis((long) (capped.toMillis() * (LEAST + SPREAD * chance)));
        return next.isBefore(end) ? next : end;
    }
}
