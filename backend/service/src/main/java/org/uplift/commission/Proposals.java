package org.uplift.commission;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.uplift.platform.Problem;

/** The changes of what was agreed on a commission, which the caller reads already. */
@ApplicationScoped
class Proposals implements PanacheRepositoryBase<Change, UUID> {
    List<Change> of(Commission commission) {
        return list("commissionId = ?1 order by id", commission.id());
    }

    Change get(Commission commission, UUID id) {
        return find("id = ?1 and commissionId = ?2", id, commission.id())
                .firstResultOptional()
                .orElseThrow(Problem::notFound);
    }
}
