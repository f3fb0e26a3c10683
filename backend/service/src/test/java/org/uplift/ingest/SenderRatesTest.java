package org.uplift.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SenderRatesTest {
    private static final class Hand implements TimeMeter {
        private long nanos;

        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }

        void on(Duration time) {
            nanos += time.toNanos();
        }
    }

    private final Hand time = new Hand();
    private final SenderRates rates = new SenderRates(2, time);

    @Test
    void fourTimesTheRateIsTakenAtOnceAndThenTheRateItself() {
        for (int request = 0; request < 8; request++) {
            assertEquals(0, rates.wait("one"));
        }
        assertEquals(1, rates.wait("one"));
        time.on(Duration.ofSeconds(1));
        assertEquals(0, rates.wait("one"));
        assertEquals(0, rates.wait("one"));
        assertEquals(1, rates.wait("one"));
    }

    @Test
    void eachSenderHasARateOfTheirOwn() {
        for (int request = 0; request < 9; request++) {
            rates.wait("one");
        }
        assertEquals(0, rates.wait("another"));
    }
}
