package org.uplift.dataset;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.uplift.access.Caller;
import org.uplift.platform.Problem;

/** The questions that the caller keeps; the database gives nobody another's. */
@ApplicationScoped
class SavedQueries implements PanacheRepositoryBase<SavedQuery, UUID> {
    @Inject
    Caller caller;

    /** Their own, by name. */
    PanacheQuery<SavedQuery> own() {
        return find("personId = ?1 order by lower(name), id", caller.personId());
    }

    /** One of their own; 404 for any other. */
    SavedQuery own(UUID id) {
        return find("id = ?1 and personId = ?2", id, caller.personId())
                .firstResultOptional()
                .orElseThrow(Problem::notFound);
    }
}
