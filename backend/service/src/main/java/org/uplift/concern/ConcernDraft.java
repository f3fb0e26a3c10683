package org.uplift.concern;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.uplift.sealing.KeyRing;
import org.uplift.sealing.SealedKey;

/** What somebody is writing of a concern. Each has one, which goes when it is raised or given up. */
@Entity
class ConcernDraft {
    @Id
    private UUID personId;

    @Embedded
    private SealedKey key;

    private byte[] content;
    private Instant savedAt;

    protected ConcernDraft() {}

    ConcernDraft(UUID personId, String text, KeyRing keys, Instant now) {
        this.personId = personId;
        save(text, keys, now);
    }

    final void save(String text, KeyRing keys, Instant now) {
        key = keys.newKey(place());
        content = keys.seal(key, place()).close(text, place());
        savedAt = now;
    }

    String text(KeyRing keys) {
        return keys.seal(key, place()).open(content, place());
    }

    private String place() {
        return "concern-draft/" + personId;
    }
}
