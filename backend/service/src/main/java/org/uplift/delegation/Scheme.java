package org.uplift.delegation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Caller;
import org.uplift.access.People;

/** The scheme of delegation, which everybody may know. */
@ApplicationScoped
public class Scheme implements PanacheRepositoryBase<DelegationRule, UUID> {
    @Inject
    Caller caller;

    @Inject
    People people;

    /** Whether the caller is of the body that decides, where something of a school, or of the trust, is decided. */
    public boolean gives(DelegationRule rule, @Nullable Integer schoolUrn) {
        return rule.decides().includes(caller, schoolUrn);
    }

    /** Who decides on a day. */
    public Set<UUID> deciders(DelegationRule rule, @Nullable Integer schoolUrn, LocalDate day) {
        return rule.decides().members(people, schoolUrn, day);
    }

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
