package org.uplift.delegation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;
import org.uplift.platform.Problem;

/** One line of the scheme of delegation, in force from one day until another. Nothing of it changes but its end. */
@Entity
@DynamicUpdate
public class DelegationRule {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Decision decision;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Body decides;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private @Nullable Body recommends;

    @Column(updatable = false)
    private @Nullable String informed;

    @Column(updatable = false)
    private LocalDate validFrom;

    private @Nullable LocalDate validUntil;

    @Column(updatable = false)
    private @Nullable String reason;

    @Column(updatable = false)
    private @Nullable String recordedBy;

    @Column(updatable = false)
    private @Nullable Instant recordedAt;

    protected DelegationRule() {}

    /** As somebody records it; 422 where nobody could decide or recommend by it. */
    DelegationRule(NewRule wanted, String by, Instant at) {
        decision = wanted.decision();
        decides = wanted.decides();
        recommends = wanted.recommends();
        informed = wanted.informed() == null || wanted.informed().isBlank()
                ? null
                : wanted.informed().strip();
        validFrom = wanted.validFrom();
        reason = wanted.reason().strip();
        recordedBy = by;
        recordedAt = at;
        require("/decides", decides);
        if (recommends != null) {
            require("/recommends", recommends);
            if (recommends == Body.SECOND_TRUST_LEADER || recommends == decides) {
                throw Problem.invalid(
                        "/recommends",
                        "no-recommender",
                        "Another body than the one that decides recommends; a second trust leader only decides.");
            }
        }
    }

    private void require(String path, Body body) {
        if (body == Body.HEADTEACHER && decision == Decision.TRUST_CYCLE) {
            throw Problem.invalid(path, "no-headteacher", "The plan of the trust has no headteacher.");
        }
    }

    /** Holds until a day, on which another version of it begins; without one again for as long as nothing is said. */
    void until(@Nullable LocalDate day) {
        validUntil = day;
    }

    Decision decision() {
        return decision;
    }

    public Body decides() {
        return decides;
    }

    public @Nullable Body recommends() {
        return recommends;
    }

    LocalDate validFrom() {
        return validFrom;
    }

    @Nullable
    LocalDate validUntil() {
        return validUntil;
    }

    UUID id() {
        return id;
    }

    /** The rule as a sentence: what a refusal names. */
    public String words() {
        return "Under the scheme of delegation " + decides.words() + " decides on " + decision.words()
                + (recommends == null ? "" : ", and " + recommends.words() + " recommends it")
                + ".";
    }

    RuleSummary summary() {
        return new RuleSummary(
                id,
                decision,
                decides,
                recommends,
                informed,
                validFrom,
                validUntil,
                words(),
                reason,
                recordedBy,
                recordedAt);
    }
}
