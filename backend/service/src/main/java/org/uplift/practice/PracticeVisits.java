package org.uplift.practice;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Who comes to see good practice; whom the caller is told of is said where they are listed. */
@ApplicationScoped
class PracticeVisits implements PanacheRepositoryBase<PracticeVisit, UUID> {
    /** Those that are not given back, by slot, in the order in which they were booked. */
    Map<UUID, List<PracticeVisit>> of(Collection<UUID> slots) {
        return list("slotId in ?1 and givenBackAt is null order by id", slots).stream()
                .collect(Collectors.groupingBy(PracticeVisit::slotId));
    }

    boolean isBooked(UUID slot, UUID person) {
        return count("slotId = ?1 and personId = ?2 and givenBackAt is null", slot, person) > 0;
    }

    /** Whether somebody was to see an entry. */
    boolean isVisitor(UUID practice, UUID person) {
        return count("practiceId = ?1 and personId = ?2 and givenBackAt is null", practice, person) > 0;
    }
}
