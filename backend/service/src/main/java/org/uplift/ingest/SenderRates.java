package org.uplift.ingest;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How often each sender may ask: a rate that can be kept up for ever, and four times as much at once after a pause. */
final class SenderRates {
    private static final int BURST = 4;

    private final int perSecond;
    private final TimeMeter time;
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    SenderRates(int perSecond, TimeMeter time) {
        this.perSecond = perSecond;
        this.time = time;
    }

    /** Counts a request of a sender; after how many seconds to come again, or 0 when it may go on. */
    int wait(String sender) {
        ConsumptionProbe probe =
                buckets.computeIfAbsent(sender, any -> bucket()).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? 0
                : Math.toIntExact(
                        Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds() + 1);
    }

    private Bucket bucket() {
        return Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(limit ->
                        limit.capacity((long) BURST * perSecond).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .build();
    }
}
