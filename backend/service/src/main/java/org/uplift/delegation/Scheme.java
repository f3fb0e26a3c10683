package org.uplift.delegation;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Caller;
import org.uplift.access.People;
import org.uplift.platform.PageRequest;
import org.uplift.platform.Paging;

/** The scheme of delegation, which everybody may know. */
@ApplicationScoped
public class Scheme implements PanacheRepositoryBase<DelegationRule, UUID> {
    private static final Sort NEWEST_FIRST = Sort.descending("validFrom", "id");

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

    /** The lines in force on a day, in the order of the decisions. */
    List<DelegationRule> on(LocalDate day) {
        return find("validFrom <= ?1 and (validUntil is null or validUntil > ?1)", day).stream()
                .sorted(Comparator.comparing(DelegationRule::decision)
                        .thenComparing(
                                DelegationRule::upTo, Comparator.nullsLast(Comparator.<BigDecimal>naturalOrder())))
                .toList();
    }

    /** Every version, the newest first. */
    RulePage versions(@Nullable Decision decision, PageRequest page) {
        PanacheQuery<DelegationRule> found =
                decision == null ? findAll(NEWEST_FIRST) : find("decision", NEWEST_FIRST, decision);
        long total = decision == null ? count() : count("decision", decision);
        return new RulePage(
                found.page(page.page - 1, page.pageSize).stream()
                        .map(DelegationRule::summary)
                        .toList(),
                Paging.of(page, total));
    }

    /** The version of the same line after which a rule would begin; none where it would be the first. */
    Optional<DelegationRule> before(DelegationRule rule) {
        return find(
                        "decision = ?1 and upTo is not distinct from ?2 and validFrom < ?3 order by validFrom desc",
                        rule.decision(),
                        rule.upTo(),
                        rule.validFrom())
                .firstResultOptional();
    }

    /** The version of the same line that begins with a rule or later, the next one first. */
    Optional<DelegationRule> from(DelegationRule rule) {
        return find(
                        "decision = ?1 and upTo is not distinct from ?2 and validFrom >= ?3 order by validFrom",
                        rule.decision(),
                        rule.upTo(),
                        rule.validFrom())
                .firstResultOptional();
    }

    /** The rule for a decision without a cost on a day; none where the scheme reserves it for nobody. */
    public Optional<DelegationRule> rule(Decision decision, LocalDate day) {
        return rule(decision, null, day);
    }

    /**
     * The rule for a decision on a day: the line with the least amount that covers the cost, else the one without an amount; none where
     * the scheme reserves it for nobody.
     *
     * @param amount what it costs, in pounds; nothing where it costs nothing
     */
    public Optional<DelegationRule> rule(Decision decision, @Nullable BigDecimal amount, LocalDate day) {
        return find(
                        "decision = ?1 and validFrom <= ?2 and (validUntil is null or validUntil > ?2)"
                                + " and (upTo is null or upTo >= ?3) order by upTo nulls last, validFrom desc",
                        decision,
                        day,
                        amount == null ? BigDecimal.ZERO : amount)
                .firstResultOptional();
    }
}
