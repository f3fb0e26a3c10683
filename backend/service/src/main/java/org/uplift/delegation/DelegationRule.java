package org.uplift.delegation;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One line of the scheme of delegation, in force from one day until another. */
@Entity
@Immutable
public class DelegationRule {
    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private Decision decision;

    @Enumerated(EnumType.STRING)
    private Body decides;

    @Enumerated(EnumType.STRING)
    private @Nullable Body recommends;

    private @Nullable String informed;
    private LocalDate validFrom;
    private @Nullable LocalDate validUntil;

    protected DelegationRule() {}

    Decision decision() {
        return decision;
    }

    public Body decides() {
        return decides;
    }

    public @Nullable Body recommends() {
        return recommends;
    }

    /** The rule as a sentence: what a refusal names. */
    public String words() {
        return "Under the scheme of delegation " + decides.words() + " decides on " + decision.words()
                + (recommends == null ? "" : ", and " + recommends.words() + " recommends it")
                + ".";
    }

    RuleSummary summary() {
        return new RuleSummary(decision, decides, recommends, informed, validFrom, validUntil, words());
    }
}
