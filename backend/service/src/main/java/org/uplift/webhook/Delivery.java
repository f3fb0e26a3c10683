package org.uplift.webhook;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;
import org.uplift.change.Happened;
import org.uplift.platform.Problem;

/** A change on its way to one webhook, or a test. What is sent of it stands here, so that it is sent as it was. */
@Entity
@Table(name = "webhook_delivery")
class Delivery {
    static final String TEST = "TEST";

    @Id
    private UUID id;

    private UUID webhookId;
    private String subject;
    private String subjectId;
    private @Nullable Integer schoolUrn;

    @Enumerated(EnumType.STRING)
    private Happened what;

    private Instant at;
    private Instant madeAt;

    @Enumerated(EnumType.STRING)
    private DeliveryStatus status;

    private int attempts;
    private @Nullable Instant tryingSince;
    private @Nullable Instant nextTryAt;
    private @Nullable Instant lastTryAt;
    private @Nullable Integer lastAnswer;

    @Enumerated(EnumType.STRING)
    private @Nullable Trouble lastTrouble;

    private @Nullable Instant settledAt;

    protected Delivery() {}

    /** A test of a webhook, which is sent like anything else, once. */
    static Delivery test(Webhook webhook, Instant now) {
        Delivery test = new Delivery();
        test.id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        test.webhookId = webhook.id();
        test.subject = TEST;
        test.subjectId = webhook.id().toString();
        test.what = Happened.CREATED;
        test.at = now;
        test.madeAt = now;
        test.status = DeliveryStatus.WAITING;
        test.nextTryAt = now;
        return test;
    }

    /** Tries what has failed for good again, as if it were new. */
    void replay(Instant now) {
        if (status != DeliveryStatus.DEAD) {
            throw Problem.conflict(
                    "Only a delivery that has failed for good is replayed; this one is " + status.code() + ".");
        }
        status = DeliveryStatus.WAITING;
        attempts = 0;
        tryingSince = null;
        settledAt = null;
        nextTryAt = now;
    }

    DeliveryLine line() {
        return new DeliveryLine(
                id,
                subject.toLowerCase(Locale.ROOT).replace('_', '-'),
                subjectId,
                schoolUrn,
                what,
                at,
                status,
                attempts,
                lastTryAt,
                lastAnswer,
                lastTrouble,
                nextTryAt);
    }
}
