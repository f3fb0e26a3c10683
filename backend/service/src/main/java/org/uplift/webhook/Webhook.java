package org.uplift.webhook;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;
import org.uplift.platform.Problem;
import org.uplift.sealing.KeyRing;
import org.uplift.sealing.Seal;
import org.uplift.sealing.SealedKey;

/** An address to which changes are delivered, with the secret that signs them. */
@Entity
class Webhook {
    /** So long both secrets sign after a rotation. */
    static final Duration BOTH = Duration.ofHours(24);

    private enum Reason {
        ADMINISTRATOR,
        FAILING
    }

    @Id
    private UUID id;

    private String name;
    private String address;
    private String[] kinds;
    private Integer[] schools;
    private Instant registeredAt;
    private @Nullable Instant pausedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable Reason pausedBecause;

    private Instant countedFrom;

    @Embedded
    private SealedKey key;

    private byte @Nullable [] secret;
    private @Nullable Instant secretSince;
    private byte @Nullable [] previousSecret;
    private @Nullable Instant previousUntil;

    @Version
    private int version;

    protected Webhook() {}

    Webhook(WebhookTerms terms, KeyRing keys, Instant now) {
        id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        key = keys.newKey(place(id));
        registeredAt = now;
        countedFrom = now;
        take(terms);
    }

    /** For what the secrets of a webhook are sealed. */
    static String place(UUID id) {
        return "webhook " + id;
    }

    /** What was sealed of a webhook, for the one who signs. */
    static String opened(KeyRing keys, SealedKey key, UUID id, byte[] secret) {
        return keys.seal(key, place(id)).open(secret, place(id));
    }

    void change(WebhookTerms terms) {
        take(terms);
    }

    private void take(WebhookTerms terms) {
        name = terms.name().strip();
        address = terms.address().strip();
        kinds = new TreeSet<>(terms.kinds()).stream().map(WebhookKind::name).toArray(String[]::new);
        schools = new TreeSet<>(terms.wanted()).toArray(Integer[]::new);
    }

    WebhookTerms terms() {
        return new WebhookTerms(
                name,
                address,
                Arrays.stream(kinds).map(WebhookKind::valueOf).sorted().toList(),
                List.of(schools));
    }

    /** From now on this secret signs; the one before it for a day too, and none older than that. */
    void give(String fresh, KeyRing keys, Instant now) {
        Seal seal = keys.seal(key, place(id));
        if (secret != null) {
            previousSecret = secret;
            previousUntil = now.plus(BOTH);
        }
        secret = seal.close(fresh, place(id));
        secretSince = now;
    }

    /** Nothing is delivered until it is resumed; what changes meanwhile waits. */
    void pause(Instant now) {
        if (pausedAt != null) {
            throw Problem.conflict("Deliveries to " + name + " are paused already.");
        }
        pausedAt = now;
        pausedBecause = Reason.ADMINISTRATOR;
    }

    /** What waits is delivered, and it is counted anew how much fails. */
    void resume(Instant now) {
        if (pausedAt == null) {
            throw Problem.conflict("Deliveries to " + name + " are not paused.");
        }
        pausedAt = null;
        pausedBecause = null;
        countedFrom = now;
    }

    WebhookStatus status() {
        if (pausedBecause != null) {
            return pausedBecause == Reason.FAILING ? WebhookStatus.FAILING : WebhookStatus.PAUSED;
        }
        return secret == null ? WebhookStatus.WITHOUT_SECRET : WebhookStatus.ACTIVE;
    }

    void requireSecret() {
        if (secret == null) {
            throw Problem.conflict("Ask for the secret of " + name + " first: nothing is delivered unsigned.");
        }
    }

    UUID id() {
        return id;
    }

    String name() {
        return name;
    }

    Instant registeredAt() {
        return registeredAt;
    }

    @Nullable
    Instant pausedAt() {
        return pausedAt;
    }

    @Nullable
    Instant secretSince() {
        return secretSince;
    }

    /** Until when the previous secret signs; nothing once that is over. */
    @Nullable
    Instant previousUntil(Instant now) {
        return previousUntil != null && previousUntil.isAfter(now) ? previousUntil : null;
    }

    int version() {
        return version;
    }
}
