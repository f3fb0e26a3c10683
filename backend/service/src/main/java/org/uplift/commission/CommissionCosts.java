package org.uplift.commission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.UUID;
import org.uplift.delegation.Costs;
import org.uplift.delegation.Decision;

/** What support from outside costs, as it is agreed. */
@ApplicationScoped
class CommissionCosts implements Costs {
    @Inject
    EntityManager entities;

    @Override
    public boolean of(Decision decision) {
        return decision == Decision.EXTERNAL_COMMISSION;
    }

    @Override
    public BigDecimal cost(UUID subject) {
        return (BigDecimal) entities.createNativeQuery(
                        "select coalesce(max(c.cost), 0) from commission c where c.id = :id", BigDecimal.class)
                .setParameter("id", subject)
                .getSingleResult();
    }
}
