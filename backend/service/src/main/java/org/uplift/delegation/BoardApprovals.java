package org.uplift.delegation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.uplift.access.People;
import org.uplift.platform.Problem;

/**
 * What the trust board decides, which it does in a meeting: the clerk records it, who reads no plan. What is decided takes effect where
 * it belongs, in the same transaction.
 */
@ApplicationScoped
public class BoardApprovals {
    /**
     * What was decided, and in which meeting.
     *
     * @param voted those who voted for it or against it
     */
    public record Ruled(UUID approval, Outcome outcome, String reason, UUID meeting, Set<UUID> voted) {}

    @Inject
    EntityManager entities;

    @Inject
    Approvals approvals;

    @Inject
    People people;

    @Inject
    Event<DecidedInMeeting> decided;

    @Inject
    Clock clock;

    /** Records it; 409 where nothing waits for the board, 422 where who asked has voted. */
    public void decide(Ruled ruled) {
        Approval approval = entities.find(Approval.class, ruled.approval());
        if (approval == null) {
            throw Problem.invalid("/approvalId", "unknown-approval", "There is no such request.");
        }
        approvals.follow(approval);
        if (approval.status() != ApprovalStatus.WAITING || approval.body() != Body.TRUST_BOARD) {
            throw Problem.conflict("This does not wait for the trust board.");
        }
        if (ruled.voted().contains(approval.requesterId())) {
            throw Problem.invalid("/votes", "asked", "Nobody votes on what they asked for themselves; they abstain.");
        }
        approval.decide(ruled.outcome(), ruled.reason(), people.self(), clock.instant());
        approval.decidedIn(ruled.meeting());
        decided.fire(new DecidedInMeeting(approval, ruled.outcome(), ruled.reason()));
    }
}
