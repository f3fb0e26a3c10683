package org.uplift.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one way in which school data is read by set-based SQL. A statement says where the scope goes, as
 * {@code {scope:o.school_urn}}; one without it is refused.
 */
@ApplicationScoped
public class ScopedSql {
    private static final Pattern PLACE = Pattern.compile("\\{scope:([a-z_.]+)}");

    @Inject
    EntityManager entities;

    @Inject
    Caller caller;

    /** The rows that the caller may see with a permission. */
    public List<Tuple> rows(String permission, String sql, Map<String, Object> parameters) {
        return rows(caller.scope(permission), sql, parameters);
    }

    /** The rows of the schools that a scope of the caller covers. */
    @SuppressWarnings("unchecked")
    public List<Tuple> rows(Scope scope, String sql, Map<String, Object> parameters) {
        return scoped(scope, sql, parameters).getResultList();
    }

    private Query scoped(Scope scope, String sql, Map<String, Object> parameters) {
        Matcher place = PLACE.matcher(sql);
        if (!place.find()) {
            throw new IllegalArgumentException("The statement says nowhere which schools it may read");
        }
        String scoped = place.replaceAll(scope.trust() ? "true" : "$1 = any(:scopeSchools)");
        Query query = entities.createNativeQuery(scoped, Tuple.class);
        if (!scope.trust()) {
            query.setParameter("scopeSchools", scope.array());
        }
        parameters.forEach(query::setParameter);
        return query;
    }
}
