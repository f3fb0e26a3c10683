package org.uplift.committee;

import jakarta.enterprise.context.ApplicationScoped;
import org.uplift.access.CommitteeRepository;
import org.uplift.access.Permission;

/** Items of agendas. */
@ApplicationScoped
class AgendaItems extends CommitteeRepository<AgendaItem> {
    @Override
    protected String permission() {
        return Permission.READ_MEETINGS;
    }
}
