package org.uplift.access;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.util.UUID;
import org.uplift.platform.Problem;

/** The one way in which what belongs to a committee is opened: within the committees of the caller. */
public abstract class CommitteeRepository<E extends CommitteeOwned> implements PanacheRepositoryBase<E, UUID> {
    @Inject
    protected Caller caller;

    /** The permission that reading asks for. */
    protected abstract String permission();

    /** Makes another version of it where what belongs to it has changed. */
    public void touch(E entity) {
        getEntityManager().lock(entity, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    }

    /** The one with this id, or 404 when there is none that the caller may see. */
    public E readable(UUID id) {
        return findByIdOptional(id)
                .filter(entity -> caller.committees(permission()).covers(entity.committeeId()))
                .orElseThrow(Problem::notFound);
    }
}
