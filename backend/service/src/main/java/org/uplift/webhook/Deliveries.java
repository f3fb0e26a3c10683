package org.uplift.webhook;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.uplift.platform.Problem;

/** The deliveries of a webhook, for the administrator. */
@ApplicationScoped
class Deliveries implements PanacheRepositoryBase<Delivery, UUID> {
    /** Newest first. */
    PanacheQuery<Delivery> of(UUID webhook, @Nullable DeliveryStatus status) {
        String newest = " order by madeAt desc, id desc";
        return status == null
                ? find("webhookId = ?1" + newest, webhook)
                : find("webhookId = ?1 and status = ?2" + newest, webhook, status);
    }

    /** As it is stored now; nobody tries it until this transaction ends. */
    Delivery held(UUID webhook, UUID id) {
        return find("id = ?1 and webhookId = ?2", id, webhook)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(Problem::notFound);
    }

    int replayDead(UUID webhook, Instant now) {
        return update(
                "status = ?1, attempts = 0, tryingSince = null, settledAt = null, nextTryAt = ?2 where webhookId = ?3 and status = ?4",
                DeliveryStatus.WAITING,
                now,
                webhook,
                DeliveryStatus.DEAD);
    }
}
