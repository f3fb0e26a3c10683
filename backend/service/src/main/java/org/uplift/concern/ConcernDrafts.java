package org.uplift.concern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.uplift.access.Caller;
import org.uplift.sealing.KeyRing;

/** What the caller is writing. A draft is nobody's but theirs. */
@ApplicationScoped
class ConcernDrafts implements PanacheRepositoryBase<ConcernDraft, UUID> {
    private static final Duration KEPT = Duration.ofDays(30);

    @Inject
    Caller caller;

    @Inject
    KeyRing keys;

    @Inject
    ObjectMapper json;

    @Inject
    Clock clock;

    /** The caller's, if there is one. */
    Optional<DraftTerms> mine() {
        return findByIdOptional(caller.personId()).map(draft -> read(draft.text(keys)));
    }

    /** Keeps what the caller has written so far. */
    void save(DraftTerms terms) {
        String text = written(terms);
        findByIdOptional(caller.personId())
                .ifPresentOrElse(
                        draft -> draft.save(text, keys, clock.instant()),
                        () -> persist(new ConcernDraft(caller.personId(), text, keys, clock.instant())));
        flush();
    }

    /** Forgets what the caller was writing. */
    void forget() {
        deleteById(caller.personId());
    }

    @Scheduled(every = "12h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void expire() {
        QuarkusTransaction.requiringNew()
                .run(() -> getSession()
                        .createNativeQuery("select expire_concern_drafts(:before)", Object.class)
                        .setParameter("before", clock.instant().minus(KEPT))
                        .getSingleResult());
    }

    private String written(DraftTerms terms) {
        try {
            return json.writeValueAsString(terms);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private DraftTerms read(String text) {
        try {
            return json.readValue(text, DraftTerms.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
