package org.uplift.cycle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.UUID;
import org.uplift.delegation.Costs;
import org.uplift.delegation.Decision;

/** What plans cost: their actions that have not been ended. */
@ApplicationScoped
class CycleCosts implements Costs {
    @Inject
    EntityManager entities;

    @Override
    public boolean of(Decision decision) {
        return decision == Decision.SCHOOL_CYCLE || decision == Decision.TRUST_CYCLE;
    }

    @Override
    public BigDecimal cost(UUID subject) {
        return (BigDecimal) entities.createNativeQuery(
                        "select coalesce(sum(a.cost), 0) from action a join priority p on p.id = a.priority_id"
                                + " where p.cycle_id = :cycle and a.ended_on is null and p.ended_on is null",
                        BigDecimal.class)
                .setParameter("cycle", subject)
                .getSingleResult();
    }
}
