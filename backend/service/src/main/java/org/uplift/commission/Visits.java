package org.uplift.commission;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.uplift.platform.Problem;
import org.uplift.term.TermOfYear;

/** The days that were given of a commission, which the caller reads already. */
@ApplicationScoped
class Visits implements PanacheRepositoryBase<Visit, UUID> {
    List<Visit> of(Commission commission) {
        return list("commissionId = ?1 order by day, id", commission.id());
    }

    /** How many days were given in a term. */
    BigDecimal given(Commission commission, TermOfYear term) {
        return sum(of(commission), term);
    }

    static BigDecimal sum(List<Visit> visits, TermOfYear term) {
        return visits.stream()
                .filter(visit -> TermOfYear.of(visit.day()).equals(term))
                .map(Visit::days)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    Visit get(Commission commission, UUID id) {
        return find("id = ?1 and commissionId = ?2", id, commission.id())
                .firstResultOptional()
                .orElseThrow(Problem::notFound);
    }
}
