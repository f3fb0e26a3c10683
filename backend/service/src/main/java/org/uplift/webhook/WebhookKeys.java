package org.uplift.webhook;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.uplift.sealing.KeyRing;
import org.uplift.sealing.SealedKey;

/** Keeps the keys of webhooks sealed with the current key of the ring. It sees sealed keys, and no secret. */
@ApplicationScoped
class WebhookKeys {
    private static final Logger LOG = Logger.getLogger(WebhookKeys.class);

    @Inject
    EntityManager entities;

    @Inject
    KeyRing keys;

    /** Without every key that something is sealed with, the service does not start: receivers would be told nothing more. */
    void check(@Observes StartupEvent start) {
        keys.require(QuarkusTransaction.requiringNew()
                .call(() -> Set.copyOf(entities.createNativeQuery("select * from webhook_key_ids()", String.class)
                        .getResultList())));
    }

    /** Turns what is sealed with an older key. */
    @Scheduled(every = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void turn() {
        int turned = QuarkusTransaction.requiringNew().call(this::turnAll);
        if (turned > 0) {
            LOG.infof("The keys of %d webhooks are sealed with %s now", turned, keys.current());
        }
    }

    private int turnAll() {
        List<Tuple> older = entities.createNativeQuery("select * from webhook_keys_to_turn(:current)", Tuple.class)
                .setParameter("current", keys.current())
                .getResultList();
        for (Tuple row : older) {
            UUID id = row.get(0, UUID.class);
            String before = row.get(1, String.class);
            SealedKey turned = keys.turned(SealedKey.of(before, row.get(2, byte[].class)), Webhook.place(id));
            entities.createNativeQuery("select turn_webhook_key(:id, :before, :name, :key)")
                    .setParameter("id", id)
                    .setParameter("before", before)
                    .setParameter("name", turned.keyId())
                    .setParameter("key", turned.content())
                    .getSingleResult();
        }
        return older.size();
    }
}
