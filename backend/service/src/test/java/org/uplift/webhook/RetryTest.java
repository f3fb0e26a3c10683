package org.uplift.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryTest {
    private static final Instant START = Instant.parse("2026-01-15T08:00:00Z");

    @Test
    void itIsTriedLaterEachTime() {
        assertEquals(START.plusSeconds(60), Retry.next(1, START, START, 0.5));
        assertEquals(START.plusSeconds(120), Retry.next(2, START, START, 0.5));
        assertEquals(START.plusSeconds(16 * 60), Retry.next(5, START, START, 0.5));
        assertEquals(START.plus(Duration.ofHours(6)), Retry.next(40, START, START, 0.5));
        assertEquals(START.plusSeconds(45), Retry.next(1, START, START, 0));
        assertEquals(START.plusSeconds(75), Retry.next(1, START, START, 1));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, 0.5, 0.99})
    void itIsTriedForADayAndAtItsEndForTheLastTime(double chance) {
        List<Instant> tried = new ArrayList<>();
        for (Instant now = START; now != null; now = Retry.next(tried.size(), START, now, chance)) {
            tried.add(now);
        }
        assertEquals(START.plus(Retry.GIVEN_UP), tried.getLast());
        assertTrue(tried.size() > 10 && tried.size() < 20, tried.size() + " attempts");
        assertNull(Retry.next(3, START, START.plus(Duration.ofDays(2)), chance));
    }
}
