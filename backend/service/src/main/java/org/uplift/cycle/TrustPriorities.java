package org.uplift.cycle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.UUID;
import org.uplift.platform.Problem;
import org.uplift.school.AcademicYear;

/** The priorities of the trust in a year: their titles, which every school may know, and nothing of a school. */
@ApplicationScoped
class TrustPriorities {
    @Inject
    EntityManager entities;

    /** Those of an academic year, in their order. */
    @SuppressWarnings("unchecked")
    List<TrustPriority> of(AcademicYear year) {
        List<Tuple> rows = entities.createNativeQuery(
                        "select t.id, t.title from trust_priorities(cast(:year as smallint)) t order by t.position, t.id",
                        Tuple.class)
                .setParameter("year", year.start())
                .getResultList();
        return rows.stream()
                .map(row -> new TrustPriority(row.get("id", UUID.class), row.get("title", String.class)))
                .toList();
    }

    /** Refuses with 422 a contribution that is not from a school to a priority of the trust in the same year. */
    void check(PriorityTerms wanted, Cycle cycle) {
        UUID to = wanted.contributesTo();
        if (to == null) {
            return;
        }
        if (cycle.schoolUrn() == null) {
            throw Problem.invalid(
                    "/contributesTo", "not-applicable", "Priorities of schools contribute to those of the trust.");
        }
        if (of(cycle.academicYear()).stream()
                .noneMatch(priority -> priority.id().equals(to))) {
            throw Problem.invalid(
                    "/contributesTo",
                    "unknown-priority",
                    "The trust has no such priority in " + cycle.academicYear() + ".");
        }
    }
}
