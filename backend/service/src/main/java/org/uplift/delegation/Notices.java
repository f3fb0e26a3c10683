package org.uplift.delegation;

import jakarta.enterprise.context.ApplicationScoped;
import org.uplift.access.CommitteeRepository;
import org.uplift.access.Permission;

/** What committees are told of. */
@ApplicationScoped
class Notices extends CommitteeRepository<Notice> {
    @Override
    protected String permission() {
        return Permission.READ_MEETINGS;
    }
}
