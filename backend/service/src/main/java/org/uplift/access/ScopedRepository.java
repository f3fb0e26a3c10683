package org.uplift.access;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.util.HashMap;
import java.util.Map;
import org.uplift.platform.Problem;

/**
 * The one way in which entities with school data are read: every query carries the schools of the caller.
 * What is outside them is not found.
 */
public abstract class ScopedRepository<E extends SchoolOwned, I> implements PanacheRepositoryBase<E, I> {
    @Inject
    protected Caller caller;

    /** The permission that reading asks for. */
    protected abstract String permission();

    /** The attribute that holds the school. */
    protected String school() {
        return "schoolUrn";
    }

    /** Whether what belongs to no school is for everybody who has the permission somewhere; else for the whole trust's. */
    protected boolean isOfTrustForAll() {
        return false;
    }

    /** Whether something is the caller's own to read, wherever it belongs. */
    protected boolean isCallers(E entity) {
        return false;
    }

    /** The entity with this id, or 404 when there is none that the caller may see. */
    public E readable(I id) {
        return findByIdOptional(id)
                .filter(entity -> caller.scope(permission()).covers(entity.schoolUrn())
                        || entity.schoolUrn() == null && isOfTrustForAll()
                        || isCallers(entity))
                .orElseThrow(Problem::notFound);
    }

    /** As {@link #readable}, as it is stored now; nobody else changes it until this transaction ends. */
    public E held(I id) {
        E entity = readable(id);
        getEntityManager().refresh(entity, LockModeType.PESSIMISTIC_WRITE);
        return entity;
    }

    /** Those of a query that the caller may see. */
    protected PanacheQuery<E> readable(String where, Map<String, Object> parameters, Sort sort) {
        Scope scope = caller.scope(permission());
        if (scope.trust()) {
            return find(where, sort, parameters);
        }
        Map<String, Object> all = new HashMap<>(parameters);
        all.put("scopeSchools", scope.schools());
        return find("(" + where + ") and " + school() + " in (:scopeSchools)", sort, all);
    }
}
