package org.uplift.committee;

import jakarta.enterprise.context.ApplicationScoped;
import org.uplift.access.CommitteeRepository;
import org.uplift.access.Permission;

/** What was said of challenges; it is only added to. */
@ApplicationScoped
class ChallengeEntries extends CommitteeRepository<ChallengeEntry> {
    @Override
    protected String permission() {
        return Permission.READ_MEETINGS;
    }
}
