package org.uplift.concern;

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

/**
 * Keeps the keys of concerns sealed with the current key of the ring: what was sealed with an older one is turned, without
 * what people wrote being opened. It sees sealed keys, and nothing else of a concern.
 */
@ApplicationScoped
class ConcernKeys {
    private static final Logger LOG = Logger.getLogger(ConcernKeys.class);
    private static final int AT_ONCE = 500;

    @Inject
    EntityManager entities;

    @Inject
    KeyRing keys;

    /** Without every key that something is sealed with, the service does not start: it would be found out when it is needed. */
    void check(@Observes StartupEvent start) {
        keys.require(QuarkusTransaction.requiringNew()
                .call(() -> Set.copyOf(entities.createNativeQuery("select * from concern_key_ids()", String.class)
                        .getResultList())));
    }

    /** Turns what is sealed with an older key. */
    @Scheduled(every = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void turn() {
        int turned = 0;
        for (int some = AT_ONCE; some == AT_ONCE; turned += some) {
            some = QuarkusTransaction.requiringNew().call(this::turnSome);
        }
        if (turned > 0) {
            LOG.infof("The keys of %d concerns are sealed with %s now", turned, keys.current());
        }
    }

    private int turnSome() {
        List<Tuple> older = entities.createNativeQuery(
                        "select * from concern_keys_to_turn(:current, :most)", Tuple.class)
                .setParameter("current", keys.current())
                .setParameter("most", AT_ONCE)
                .getResultList();
        for (Tuple row : older) {
            UUID id = row.get(0, UUID.class);
            String before = row.get(1, String.class);
            SealedKey turned = keys.turned(SealedKey.of(before, row.get(2, byte[].class)), Concern.place(id));
            entities.createNativeQuery("select turn_concern_key(:id, :before, :name, :key)")
                    .setParameter("id", id)
                    .setParameter("before", before)
                    .setParameter("name", turned.keyId())
                    .setParameter("key", turned.content())
                    .getSingleResult();
        }
        return older.size();
    }
}
