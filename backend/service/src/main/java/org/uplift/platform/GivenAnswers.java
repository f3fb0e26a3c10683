package org.uplift.platform;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;

/** What was answered to the requests of the last day that came with an Idempotency-Key. Each person has their own. */
@ApplicationScoped
class GivenAnswers {
    private static final Duration KEPT = Duration.ofHours(24);
    private static final String ASKED =
            " where person_id = scope_person() and method = :method and path = :path and key = :key";

    /**
     * A request with its key.
     *
     * @param hash of the body
     */
    record Asked(String method, String path, String key, byte[] hash) {}

    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    /** Takes the key for this request; false when it was used before. Waits for a request that is using it now. */
    boolean claim(Asked asked) {
        return entities.createNativeQuery(
                                "insert into idempotency (person_id, method, path, key, request_hash, asked_at)"
                                        + " values (scope_person(), :method, :path, :key, :hash, :now) on conflict do nothing")
                        .setParameter("method", asked.method())
                        .setParameter("path", asked.path())
                        .setParameter("key", asked.key())
                        .setParameter("hash", asked.hash())
                        .setParameter("now", clock.instant())
                        .executeUpdate()
                == 1;
    }

    /** Keeps the answer to a request whose key was taken. */
    void keep(Asked asked, Response answer, String body) {
        entities.createNativeQuery("update idempotency set status = :status, location = :location, etag = :etag,"
                        + " body = :body" + ASKED)
                .setParameter("status", answer.getStatus())
                .setParameter("location", String.valueOf(answer.getLocation()))
                .setParameter("etag", answer.getEntityTag().getValue())
                .setParameter("body", body)
                .setParameter("method", asked.method())
                .setParameter("path", asked.path())
                .setParameter("key", asked.key())
                .executeUpdate();
    }

    /** The answer as it was given first; a conflict when that was to another request. */
    Response again(Asked asked) {
        Tuple given = (Tuple) entities.createNativeQuery(
                        "select request_hash, status, location, etag, body from idempotency" + ASKED, Tuple.class)
                .setParameter("method", asked.method())
                .setParameter("path", asked.path())
                .setParameter("key", asked.key())
                .getSingleResult();
        if (!Arrays.equals(given.get(0, byte[].class), asked.hash())) {
            throw Problem.of(
                    ProblemType.IDEMPOTENCY_KEY_REUSED,
                    "Something was stored with it as it was first sent; look there, and use a new key for a new request.");
        }
        return Response.status(given.get(1, Integer.class))
                .type(MediaType.APPLICATION_JSON)
                .location(URI.create(given.get(2, String.class)))
                .tag(given.get(3, String.class))
                .entity(given.get(4, String.class))
                .build();
    }

    @Scheduled(every = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void expire() {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("select expire_idempotency(:before)")
                        .setParameter("before", clock.instant().minus(KEPT))
                        .getSingleResult());
    }
}
