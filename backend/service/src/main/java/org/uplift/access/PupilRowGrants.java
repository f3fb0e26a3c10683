package org.uplift.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.TreeSet;

/** Where the caller may read rows of pupils: by their role, or as an analyst to whom an administrator has granted it. */
@ApplicationScoped
public class PupilRowGrants {
    private static final String GRANTED = """
            select m.scope, m.school_urn from membership m
            where m.person_id = :person and m.role = 'ANALYST' and m.pupil_rows
                and m.valid_from <= scope_today() and (m.valid_until is null or m.valid_until > scope_today())""";

    @Inject
    EntityManager entities;

    @Inject
    Caller caller;

    /** The schools of whose pupils they may read rows. */
    @SuppressWarnings("unchecked")
    public Scope scope() {
        Scope byRole = caller.scope(Permission.READ_PUPIL_ROWS);
        if (byRole.trust() || !caller.roles().contains(Role.ANALYST)) {
            return byRole;
        }
        List<Tuple> granted = entities.createNativeQuery(GRANTED, Tuple.class)
                .setParameter("person", caller.personId())
                .getResultList();
        TreeSet<Integer> schools = new TreeSet<>();
        boolean trust = false;
        for (Tuple one : granted) {
            trust |= one.get("scope", String.class).equals(Membership.Reach.TRUST.name());
            if (one.get("school_urn", Integer.class) != null) {
                schools.add(one.get("school_urn", Integer.class));
            }
        }
        return byRole.and(new Scope(trust, schools));
    }
}
