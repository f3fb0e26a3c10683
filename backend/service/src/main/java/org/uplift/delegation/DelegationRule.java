package org.uplift.delegation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.uplift.platform.Problem;
import org.uplift.platform.Words;

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

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(updatable = false)
    private List<Body> consulted;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(updatable = false)
    private List<Body> informed;

    /** Holds for what costs no more, in pounds; nothing where it holds whatever it costs. */
    @Column(updatable = false)
    private @Nullable BigDecimal upTo;

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
        consulted = inOrder(wanted.consulted());
        informed = inOrder(wanted.informed());
        upTo = wanted.upTo();
        validFrom = wanted.validFrom();
        reason = wanted.reason().strip();
        recordedBy = by;
        recordedAt = at;
        requireAble("/decides", decides);
        if (decides.meets() && decision.isOfConcern()) {
            throw Problem.invalid("/decides", "no-concerns", "A committee reads no concern, and closes none.");
        }
        if (recommends != null) {
            requireAble("/recommends", recommends);
            if (recommends == Body.SECOND_TRUST_LEADER || recommends.meets() || recommends == decides) {
                throw Problem.invalid(
                        "/recommends",
                        "no-recommender",
                        "The headteacher or a trust leader recommends, where it is not they who decide.");
            }
        }
        consulted.forEach(body -> requireAble("/consulted", body));
        informed.stream().filter(body -> body == Body.HEADTEACHER).forEach(body -> requireAble("/informed", body));
        if (!consulted.isEmpty() && decision.isOfConcern()) {
            throw Problem.invalid("/consulted", "no-concerns", "On the closing of a concern nobody else is consulted.");
        }
        if (upTo != null && !decision.hasAmount()) {
            throw Problem.invalid("/upTo", "no-amount", Words.capital(decision.words()) + " has no cost.");
        }
    }

    private static List<Body> inOrder(@Nullable List<Body> bodies) {
        return bodies == null ? List.of() : bodies.stream().distinct().sorted().toList();
    }

    private void requireAble(String path, Body body) {
        if (decision == Decision.TRUST_CYCLE && (body == Body.HEADTEACHER || body == Body.ACADEMY_COMMITTEE)) {
            throw Problem.invalid(
                    path, "of-no-school", "The plan of the trust is of no school, and " + body.words() + " is of one.");
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

    List<Body> consulted() {
        return consulted;
    }

    List<Body> informed() {
        return informed;
    }

    @Nullable
    BigDecimal upTo() {
        return upTo;
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
                + (upTo == null ? "" : " up to " + Words.pounds(upTo))
                + (recommends == null ? "" : ", and " + recommends.words() + " recommends it")
                + ".";
    }

    RuleSummary summary() {
        return new RuleSummary(
                id,
                decision,
                decides,
                recommends,
                consulted,
                informed,
                upTo,
                validFrom,
                validUntil,
                words(),
                reason,
                recordedBy,
                recordedAt);
    }
}
