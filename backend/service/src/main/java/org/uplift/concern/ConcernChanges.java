package org.uplift.concern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.uplift.platform.Revision;

/** What every change of a concern has in common. */
@ApplicationScoped
class ConcernChanges {
    @Inject
    Concerns concerns;

    @Inject
    ConcernEntries entries;

    @Inject
    ConcernNews news;

    /** Opens one that the caller handles, in the version that they know; else 412 with how it reads now. */
    Concerns.Opened open(UUID id, @Nullable String ifMatch) {
        Concerns.Opened opened = concerns.open(id);
        Revision.check(ifMatch, opened.handled().version(), concerns.summary(opened.concern()));
        return opened;
    }

    /** Adds a line to its chronology. */
    void note(Concerns.Opened opened, ConcernEntry.Told told) {
        entries.add(opened, told, concerns.act());
    }

    /** Answers with how it reads now, once it is saved and recorded. */
    Response save(Concerns.Opened opened, String done) {
        Concern concern = opened.concern();
        concerns.flush();
        news.record(concern, done);
        return Revision.changed(concerns.summary(concern), concern.version());
    }
}
