package org.uplift.commission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.uplift.platform.FieldError;
import org.uplift.platform.Problem;

/** Inside first: who of the trust was there when it was decided to go outside, and why each does not fit. */
@ApplicationScoped
class OutsideCandidates {
    @Inject
    EntityManager entities;

    @Inject
    Candidates candidates;

    /** Keeps the list; refuses with 422 one of which somebody who can, and offers something in the area, is left without a reason. */
    void keep(Commission commission, List<NewMatch.UnfitReason> given) {
        Map<UUID, String> reasons = given.stream()
                .collect(Collectors.toMap(
                        NewMatch.UnfitReason::expertId, one -> one.reason().strip(), (first, second) -> second));
        List<Candidate> all = candidates.of(commission);
        List<FieldError> missing = new ArrayList<>();
        for (Candidate candidate : all) {
            if (candidate.fits() && offersSomething(candidate) && !reasons.containsKey(candidate.expertId())) {
                missing.add(new FieldError(
                        "/unfit",
                        "inside-first",
                        candidate.name() + " can give it, and matches to " + candidate.score()
                                + "; say why they do not fit (" + candidate.expertId() + ")."));
            }
        }
        if (!missing.isEmpty()) {
            throw Problem.invalid(missing);
        }
        forget(commission);
        int position = 0;
        for (Candidate candidate : all) {
            String reason = reasons.getOrDefault(
                    candidate.expertId(),
                    candidate.fits() ? part(candidate).why() : String.join(" ", candidate.obstacles()));
            entities.createNativeQuery(
                            "insert into commission_candidate (commission_id, position, expert_id, name, reason)"
                                    + " values (:commission, :position, :expert, :name, :reason)")
                    .setParameter("commission", commission.id())
                    .setParameter("position", position++)
                    .setParameter("expert", candidate.expertId())
                    .setParameter("name", candidate.name())
                    .setParameter("reason", reason)
                    .executeUpdate();
        }
    }

    /** Forgets the list of a match that was not approved. */
    void forget(Commission commission) {
        entities.createNativeQuery("delete from commission_candidate where commission_id = :commission")
                .setParameter("commission", commission.id())
                .executeUpdate();
    }

    private static boolean offersSomething(Candidate candidate) {
        BigDecimal value = part(candidate).value();
        return value != null && value.signum() > 0;
    }

    private static Candidate.Part part(Candidate candidate) {
        return candidate.parts().stream()
                .filter(part -> part.part() == MatchPart.SPECIALISM)
                .findFirst()
                .orElseThrow();
    }
}
