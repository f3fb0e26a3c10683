package org.uplift.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.uplift.activity.Subject;
import org.uplift.change.ChangeLog;
import org.uplift.change.ThingAddress;

/** Delivers what is due: takes some, tries them side by side, and stores what came of each. */
@ApplicationScoped
class Courier {
    private static final Logger LOG = Logger.getLogger(Courier.class);

    @Inject
    ChangeLog log;

    @Inject
    Outbox outbox;

    @Inject
    Post post;

    @Inject
    ObjectMapper json;

    @Inject
    Clock clock;

    @ConfigProperty(name = "uplift.webhook.days")
    int days;

    @Scheduled(every = "{uplift.webhook.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void deliver() {
        for (int tried = Outbox.MOST; tried == Outbox.MOST; ) {
            tried = deliver(clock.instant());
        }
    }

    /** Tries what is due at a moment; says how many that were. */
    int deliver(Instant now) {
        QuarkusTransaction.requiringNew().run(log::number);
        List<Outbox.Taken> taken = outbox.take(now);
        List<Thread> attempts = new ArrayList<>();
        for (Outbox.Taken delivery : taken) {
            attempts.add(Thread.ofVirtual().start(() -> attempt(delivery, now)));
        }
        for (Thread attempt : attempts) {
            try {
                attempt.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return taken.size();
            }
        }
        return taken.size();
    }

    private void attempt(Outbox.Taken delivery, Instant now) {
        try {
            byte[] body = body(delivery);
            Attempt attempt = post.send(delivery.address(), body, headers(delivery, body));
            outbox.settle(delivery, attempt, attempt.arrived() ? null : next(delivery, now), now);
        } catch (RuntimeException | JsonProcessingException e) {
            // It is due again when the lease ends.
            LOG.errorf(e, "The delivery %s could not be tried", delivery.id());
        }
    }

    /** A test is tried once: who asked for it looks at what came of it. */
    private static @Nullable Instant next(Outbox.Taken delivery, Instant now) {
        return delivery.isTest()
                ? null
                : Retry.next(
                        delivery.attempts(),
                        delivery.tryingSince(),
                        now,
                        ThreadLocalRandom.current().nextDouble());
    }

    private byte[] body(Outbox.Taken delivery) throws JsonProcessingException {
        return json.writeValueAsBytes(new DeliveryBody(
                delivery.id(),
                delivery.at(),
                kind(delivery),
                delivery.subjectId(),
                delivery.schoolUrn(),
                delivery.what().code(),
                delivery.isTest()
                        ? null
                        : ThingAddress.of(
                                Subject.valueOf(delivery.subject()),
                                delivery.subjectId(),
                                delivery.schoolUrn(),
                                delivery.what())));
    }

    private Map<String, String> headers(Outbox.Taken delivery, byte[] body) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        headers.put("User-Agent", "Uplift");
        headers.put("Uplift-Delivery", delivery.id().toString());
        headers.put(
                "Uplift-Event",
                delivery.isTest()
                        ? kind(delivery)
                        : kind(delivery) + "." + delivery.what().code());
        headers.put("Uplift-Signature", Signature.of(body, clock.instant(), delivery.secrets()));
        return headers;
    }

    private static String kind(Outbox.Taken delivery) {
        return delivery.subject().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Forgets deliveries that are older than they are kept. */
    @Scheduled(cron = "{uplift.webhook.cron}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() {
        outbox.forget(clock.instant().minus(Duration.ofDays(days)));
    }
}
