package org.uplift.commission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.uplift.expertise.Specialism;
import org.uplift.expertise.Specialisms;
import org.uplift.platform.Problem;

/** Who of the trust might give a commission, ranked. */
@ApplicationScoped
class Candidates {
    @Inject
    Offers offers;

    @Inject
    MatchWeights weights;

    @Inject
    Specialisms specialisms;

    List<Candidate> of(Commission commission) {
        Specialism specialism = specialism(commission);
        return matching(commission, specialism).rank(offers.all(commission, specialism));
    }

    Candidate one(Commission commission, UUID expert) {
        Specialism specialism = specialism(commission);
        return matching(commission, specialism).candidate(offers.one(commission, specialism, expert));
    }

    /** Refuses with 409 a commission whose days, as they are now, its expert does not have. */
    void requireDaysLeft(Commission commission, UUID expert) {
        Offer offer = offers.one(commission, specialism(commission), expert);
        List<String> missing = Matching.tooFewDays(offer);
        if (!missing.isEmpty()) {
            throw Problem.conflict(offer.name() + " cannot give them: " + String.join(" ", missing));
        }
    }

    /** Refuses with 409 an expert who has a conflict of interest with the school since the match, or has left the trust. */
    void requireFreeOfConflict(Commission commission, UUID expert) {
        Offer offer = offers.one(commission, specialism(commission), expert);
        if (offer.conflicted() || !offer.present()) {
            throw Problem.conflict(offer.name()
                    + (offer.present()
                            ? " has a conflict of interest with the school since the match."
                            : " works in the trust no longer.")
                    + " Decline it, and ask for it anew.");
        }
    }

    private Specialism specialism(Commission commission) {
        Map<String, Specialism> known = specialisms.byCode();
        return Objects.requireNonNull(known.get(commission.specialism()), commission.specialism());
    }

    private Matching matching(Commission commission, Specialism specialism) {
        return new Matching(
                new Matching.Wanted(
                        commission.schoolUrn(),
                        specialism.label(),
                        specialism.area(),
                        commission.days().stream().map(AgreedDays::days).reduce(BigDecimal.ZERO, BigDecimal::add)),
                weights.all());
    }
}
