package org.uplift.commission;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What the parties of a commission have said of it, which the caller reads already. */
@ApplicationScoped
class Impacts implements PanacheRepositoryBase<Impact, UUID> {
    List<Impact> of(Commission commission) {
        return list("commissionId = ?1 order by party", commission.id());
    }

    /** Which parties have looked back. */
    Set<Party> reviewed(Commission commission) {
        return of(commission).stream().map(Impact::party).collect(Collectors.toSet());
    }
}
