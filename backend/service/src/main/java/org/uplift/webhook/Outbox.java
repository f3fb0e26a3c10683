package org.uplift.webhook;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.uplift.change.Happened;
import org.uplift.sealing.KeyRing;
import org.uplift.sealing.SealedKey;

/**
 * What is to be delivered, for those who deliver: several at once, in several replicas, each delivery with one of them. They act
 * for nobody, and get what they need by functions of the database.
 */
@ApplicationScoped
class Outbox {
    /** Longer than any attempt: what is not settled by then is tried by somebody else. */
    static final Duration LEASE = Duration.ofMinutes(1);

    static final int OF_EACH = 8;
    static final int MOST = 64;

    /** A delivery that is to be tried now. */
    record Taken(
            UUID id,
            String subject,
            String subjectId,
            @Nullable Integer schoolUrn,
            Happened what,
            Instant at,
            int attempts,
            Instant tryingSince,
            String address,
            List<String> secrets) {
        boolean isTest() {
            return subject.equals(Delivery.TEST);
        }
    }

    @Inject
    EntityManager entities;

    @Inject
    KeyRing keys;

    @ConfigProperty(name = "uplift.webhook.most-dead")
    int mostDead;

    /** Takes what is due. */
    @SuppressWarnings("unchecked")
    List<Taken> take(Instant now) {
        List<Tuple> rows = QuarkusTransaction.requiringNew()
                .call(() -> entities.createNativeQuery(
                                "select * from claim_deliveries(:now, cast(:lease as interval), :each, :most)",
                                Tuple.class)
                        .setParameter("now", now)
                        .setParameter("lease", LEASE.toSeconds() + " seconds")
                        .setParameter("each", OF_EACH)
                        .setParameter("most", MOST)
                        .getResultList());
        return rows.stream().map(this::taken).toList();
    }

    private Taken taken(Tuple row) {
        UUID webhook = row.get("webhook_id", UUID.class);
        SealedKey key = SealedKey.of(row.get("key_id", String.class), row.get("sealed_key", byte[].class));
        List<String> secrets = new ArrayList<>();
        secrets.add(Webhook.opened(keys, key, webhook, row.get("secret", byte[].class)));
        byte[] previous = row.get("previous_secret", byte[].class);
        if (previous != null) {
            secrets.add(Webhook.opened(keys, key, webhook, previous));
        }
        return new Taken(
                row.get("id", UUID.class),
                row.get("subject", String.class),
                row.get("subject_id", String.class),
                row.get("school_urn", Integer.class),
                Happened.valueOf(row.get("what", String.class)),
                row.get("at", Instant.class),
                row.get("attempts", Integer.class),
                row.get("trying_since", Instant.class),
                row.get("address", String.class),
                secrets);
    }

    /** Stores what came of an attempt. */
    void settle(Taken taken, Attempt attempt, @Nullable Instant next, Instant now) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(
                                "select settle_delivery(:id, :attempt, :now, :arrived, cast(:answer as int), :trouble,"
                                        + " cast(:next as timestamptz), :most)",
                                Object.class)
                        .setParameter("id", taken.id())
                        .setParameter("attempt", taken.attempts())
                        .setParameter("now", now)
                        .setParameter("arrived", attempt.arrived())
                        .setParameter("answer", attempt.answer())
                        .setParameter(
                                "trouble",
                                attempt.trouble() == null
                                        ? null
                                        : attempt.trouble().name())
                        .setParameter("next", next)
                        .setParameter("most", mostDead)
                        .getSingleResult());
    }

    /** Forgets deliveries that were made before this. */
    void forget(Instant before) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("select forget_deliveries(:before)", Object.class)
                        .setParameter("before", before)
                        .getSingleResult());
    }
}
