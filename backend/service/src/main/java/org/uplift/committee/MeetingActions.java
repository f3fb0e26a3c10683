package org.uplift.committee;

import jakarta.enterprise.context.ApplicationScoped;
import org.uplift.access.CommitteeRepository;
import org.uplift.access.Permission;

/** What was given to do in meetings. */
@ApplicationScoped
class MeetingActions extends CommitteeRepository<MeetingAction> {
    @Override
    protected String permission() {
        return Permission.READ_MEETINGS;
    }
}
