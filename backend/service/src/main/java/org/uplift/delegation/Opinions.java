package org.uplift.delegation;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.uplift.access.People;
import org.uplift.access.Permission;
import org.uplift.access.ScopedRepository;
import org.uplift.platform.Problem;

/** What those say who are consulted before something is decided. */
@ApplicationScoped
class Opinions extends ScopedRepository<Opinion, UUID> {
    private static final int MOST = 100;

    @Inject
    People people;

    @Inject
    Clock clock;

    @Override
    protected String permission() {
        return Permission.READ_CYCLES;
    }

    /** Those on a request, in the order in which they were said; the first hundred. */
    List<OpinionLine> on(Approval approval) {
        return found(approval).page(0, MOST).stream().map(Opinion::line).toList();
    }

    private PanacheQuery<Opinion> found(Approval approval) {
        return readable("approvalId = :approval", Map.of("approval", approval.id()), Sort.by("id"));
    }

    /** For which body that is consulted the caller can speak while a request waits. */
    Optional<Body> speaksFor(Approval approval) {
        if (approval.status() != ApprovalStatus.WAITING || approval.isWithheld()) {
            return Optional.empty();
        }
        LocalDate today = LocalDate.now(clock);
        return approval.rule().consulted().stream()
                .filter(body ->
                        body.members(people, approval.schoolUrn(), today).contains(caller.personId()))
                .findFirst();
    }

    /** Keeps what the caller says; 403 with the rule where it does not consult them, 409 where it is decided. */
    void say(Approval approval, String text) {
        if (approval.status() != ApprovalStatus.WAITING) {
            throw Problem.conflict("It is decided already: " + approval.status().code() + ".");
        }
        Body body = speaksFor(approval)
                .orElseThrow(() -> Problem.forbidden("You are not of those who are consulted. "
                        + approval.rule().words()));
        if (found(approval).count() >= MOST) {
            throw Problem.conflict("There are " + MOST + " opinions on it, which is as many as are kept.");
        }
        persistAndFlush(new Opinion(approval, body, text, people.self(), clock.instant()));
    }
}
