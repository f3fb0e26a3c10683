package org.uplift.concern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Caller;
import org.uplift.access.People;
import org.uplift.access.Role;
import org.uplift.delegation.Decision;
import org.uplift.delegation.DelegationRule;
import org.uplift.delegation.Scheme;

/**
 * Who may close a concern. One that is not restricted: who handles it, and a high or critical one the body that the scheme of
 * delegation names, never its owner nor who has asked for it. A restricted one: a safeguarding lead, and a critical one a
 * second one after the first. For who has lowered the severity themselves it stays as grave as it was, so that nobody closes alone
 * what others should agree to.
 */
@ApplicationScoped
class Closers {
    @Inject
    Scheme scheme;

    @Inject
    People people;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    /** Why the caller, who handles it, may not close it by themselves; nothing when they may. */
    Optional<String> refusal(
            Severity severity,
            boolean restricted,
            @Nullable Integer schoolUrn,
            @Nullable UUID owner,
            @Nullable UUID askedBy) {
        UUID me = caller.personId();
        if (me.equals(askedBy)) {
            return Optional.of("You have asked for this yourself; somebody else agrees.");
        }
        if (restricted) {
            return severity == Severity.CRITICAL && askedBy == null
                    ? Optional.of(
                            "A critical restricted concern is closed by two safeguarding leads, one after the other.")
                    : Optional.empty();
        }
        return rule(severity).flatMap(rule -> {
            if (!scheme.gives(rule, schoolUrn)) {
                return Optional.of(rule.words());
            }
            return me.equals(owner)
                    ? Optional.of(rule.words() + " You own it, and nobody decides on what is theirs.")
                    : Optional.empty();
        });
    }

    /** Who may agree to close it when the caller asks. */
    Set<UUID> deciders(Concern concern, Severity severity) {
        LocalDate today = LocalDate.now(clock);
        Set<UUID> deciders = concern.isRestricted()
                ? people.holders(Role.SAFEGUARDING_LEAD, concern.schoolUrn(), today)
                : rule(severity)
                        .map(rule -> scheme.deciders(rule, concern.schoolUrn(), today))
                        .orElse(Set.of());
        return deciders.stream()
                .filter(person -> concern.isRestricted() || !person.equals(concern.ownerId()))
                .collect(Collectors.toSet());
    }

    /** The decision that the scheme of delegation has on a concern so grave; none on others. */
    static Optional<Decision> decision(Severity severity) {
        return switch (severity) {
            case LOW, MODERATE -> Optional.empty();
            case HIGH -> Optional.of(Decision.HIGH_CONCERN_CLOSED);
            case CRITICAL -> Optional.of(Decision.CRITICAL_CONCERN_CLOSED);
        };
    }

    private Optional<DelegationRule> rule(Severity severity) {
        return decision(severity).flatMap(decision -> scheme.rule(decision, LocalDate.now(clock)));
    }
}
