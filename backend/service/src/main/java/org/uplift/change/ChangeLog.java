package org.uplift.change;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.uplift.sealing.SealedKey;

/**
 * The order of what has changed. It sees positions, and nothing of what is there; of whom an item is for it knows nothing, and
 * what it learns goes to a caller under seal.
 */
@ApplicationScoped
public class ChangeLog {
    /**
     * How far the log reaches.
     *
     * @param head the last position that has been given
     * @param gone the last one that is not kept any more
     * @param there the item at the position that was asked for, or a nil one
     */
    record Horizon(Position head, Position gone, UUID there) {}

    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    @ConfigProperty(name = "uplift.changes.days")
    int days;

    /** Gives what has been committed since the last time its positions, and its deliveries to webhooks. */
    public void number() {
        entities.createNativeQuery("select number_changes(:now)", Object.class)
                .setParameter("now", clock.instant())
                .getSingleResult();
    }

    Horizon horizon(long position) {
        Tuple row = (Tuple) entities.createNativeQuery("select * from change_horizon(:position)", Tuple.class)
                .setParameter("position", position)
                .getSingleResult();
        UUID there = row.get("id_there", UUID.class);
        return new Horizon(
                new Position(row.get("head", Long.class), row.get("head_id", UUID.class)),
                new Position(row.get("gone_to", Long.class), row.get("gone_to_id", UUID.class)),
                there == null ? Position.START.item() : there);
    }

    /** The key of cursors: the one that is offered where there is none yet, else the one that was first. */
    SealedKey key(SealedKey offered) {
        entities.createNativeQuery(
                        "insert into change_key (key_id, sealed_key) values (:name, :key) on conflict do nothing")
                .setParameter("name", offered.keyId())
                .setParameter("key", offered.content())
                .executeUpdate();
        Tuple row = (Tuple) entities.createNativeQuery("select key_id, sealed_key from change_key", Tuple.class)
                .getSingleResult();
        return SealedKey.of(row.get(0, String.class), row.get(1, byte[].class));
    }

    void turn(SealedKey before, SealedKey turned) {
        entities.createNativeQuery("update change_key set key_id = :name, sealed_key = :key where key_id = :before")
                .setParameter("name", turned.keyId())
                .setParameter("key", turned.content())
                .setParameter("before", before.keyId())
                .executeUpdate();
    }

    /** Forgets what is older than items are kept. */
    @Scheduled(cron = "{uplift.changes.cron}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() {
        forget(clock.instant());
    }

    void forget(Instant now) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("select forget_changes(:before)", Object.class)
                        .setParameter("before", now.minus(Duration.ofDays(days)))
                        .getSingleResult());
    }
}
