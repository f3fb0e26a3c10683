package org.uplift.access;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.uplift.platform.Problem;

/** Where and when the roles of people count. */
@ApplicationScoped
class Memberships implements PanacheRepositoryBase<Membership, UUID> {
    PanacheQuery<Membership> search(@Nullable UUID personId, @Nullable Integer schoolUrn, @Nullable Role role) {
        List<String> where = new ArrayList<>();
        Map<String, Object> parameters = new HashMap<>();
        if (personId != null) {
            where.add("person.id = :personId");
            parameters.put("personId", personId);
        }
        if (schoolUrn != null) {
            where.add("schoolUrn = :schoolUrn");
            parameters.put("schoolUrn", schoolUrn);
        }
        if (role != null) {
            where.add("role = :role");
            parameters.put("role", role);
        }
        String filter = where.isEmpty() ? "" : " where " + String.join(" and ", where);
        return find(
                "from Membership m join fetch m.person" + filter + " order by lower(m.person.name), m.id", parameters);
    }

    Membership get(UUID id) {
        return findByIdOptional(id).orElseThrow(Problem::notFound);
    }

    /** Whether there is a committee with this id, and it has not ended. */
    boolean knowsCommittee(UUID committee, LocalDate today) {
        return !getEntityManager()
                .createNativeQuery(
                        "select c.id from committee c where c.id = :id and (c.ended_on is null or c.ended_on > :today)")
                .setParameter("id", committee)
                .setParameter("today", today)
                .getResultList()
                .isEmpty();
    }

    /** How many memberships each person has today. */
    Map<UUID, Long> countsToday(Collection<UUID> people, LocalDate today) {
        Map<UUID, Long> counts = new HashMap<>();
        getEntityManager()
                .createQuery(
                        "select person.id, count(*) from Membership where person.id in :people"
                                + " and from <= :today and (until is null or until > :today) group by person.id",
                        Object[].class)
                .setParameter("people", people)
                .setParameter("today", today)
                .getResultList()
                .forEach(row -> counts.put((UUID) row[0], (Long) row[1]));
        return counts;
    }

    List<Membership> ofToday(UUID personId, LocalDate today) {
        return list(
                "person.id = ?1 and from <= ?2 and (until is null or until > ?2) order by role, schoolUrn",
                personId,
                today);
    }
}
