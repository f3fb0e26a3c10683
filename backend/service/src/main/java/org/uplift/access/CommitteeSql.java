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
 * The one way in which what belongs to committees is read and written by set-based SQL. A statement says where the committees of the
 * caller go, as {@code {committee:m.committee_id}}; one without it is refused.
 */
@ApplicationScoped
public class CommitteeSql {
    private static final Pattern PLACE = Pattern.compile("\\{committee:([a-z_.]+)}");

    @Inject
    EntityManager entities;

    @Inject
    Caller caller;

    /** The rows that the caller may see with a permission. */
    @SuppressWarnings("unchecked")
    public List<Tuple> rows(String permission, String sql, Map<String, Object> parameters) {
        CommitteeScope scope = caller.committees(permission);
        entities.flush();
        Query query = entities.createNativeQuery(scoped(sql, scope), Tuple.class);
        bind(query, scope, parameters);
        return query.getResultList();
    }

    /** Writes what the caller may write with a permission; how many rows. */
    public int write(String permission, String sql, Map<String, Object> parameters) {
        CommitteeScope scope = caller.committees(permission);
        entities.flush();
        Query query = entities.createNativeQuery(scoped(sql, scope));
        bind(query, scope, parameters);
        return query.executeUpdate();
    }

    private static String scoped(String sql, CommitteeScope scope) {
        Matcher place = PLACE.matcher(sql);
        if (!place.find()) {
            throw new IllegalArgumentException("The statement says nowhere of which committees it is");
        }
        return place.replaceAll(scope.trust() ? "true" : "$1 = any(:scopeCommittees)");
    }

    private static void bind(Query query, CommitteeScope scope, Map<String, Object> parameters) {
        if (!scope.trust()) {
            query.setParameter("scopeCommittees", scope.array());
        }
        parameters.forEach(query::setParameter);
    }
}
