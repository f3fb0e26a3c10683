package org.uplift.delegation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** The scheme of delegation, which everybody may know. */
@ApplicationScoped
public class Scheme implements PanacheRepositoryBase<DelegationRule, UUID> {
    /** The rule for a decision on a day; none where the scheme reserves it for nobody. */
    public Optional<DelegationRule> rule(Decision decision, LocalDate day) {
        return find(
                        "decision = ?1 and validFrom <= ?2 and (validUntil is null or validUntil > ?2)"
                                + " order by validFrom desc",
                        decision,
                        day)
                .firstResultOptional();
    }
}
