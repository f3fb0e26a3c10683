package org.uplift.committee;

import jakarta.enterprise.context.ApplicationScoped;
import org.uplift.access.CommitteeRepository;
import org.uplift.access.Permission;

/** What was said after minutes were approved; it is only added to. */
@ApplicationScoped
class MinuteAdditions extends CommitteeRepository<MinuteAddition> {
    @Override
    protected String permission() {
        return Permission.READ_MEETINGS;
    }
}
