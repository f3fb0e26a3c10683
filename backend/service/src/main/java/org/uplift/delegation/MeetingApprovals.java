package org.uplift.delegation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntPredicate;
import org.uplift.access.People;
import org.uplift.platform.Problem;

/**
 * What a committee decides, which it does in a meeting: the clerk records it, who reads no plan. What is decided takes effect where
 * it belongs, in the same transaction.
 */
@ApplicationScoped
public class MeetingApprovals {
    /**
     * What was decided, and in which meeting.
     *
     * @param by the body that has met
     * @param lookedAfter whether that committee looks after a school; of the trust's things nobody asks
     * @param voted those who voted for it or against it
     */
    public record Ruled(
            UUID approval,
            Outcome outcome,
            String reason,
            UUID meeting,
            Body by,
            IntPredicate lookedAfter,
            Set<UUID> voted) {
        boolean isOf(Approval one) {
            Integer urn = one.schoolUrn();
            return one.body() == by && (urn == null || lookedAfter.test(urn));
        }
    }

    @Inject
    EntityManager entities;

    @Inject
    Approvals approvals;

    @Inject
    People people;

    @Inject
    Informing informing;

    @Inject
    Event<DecidedInMeeting> decided;

    @Inject
    Clock clock;

    /** Records it; 409 where it does not wait for this committee, 422 where who asked has voted. */
    public void decide(Ruled ruled) {
        Approval approval = entities.find(Approval.class, ruled.approval());
        if (approval == null) {
            throw Problem.invalid("/approvalId", "unknown-approval", "There is no such request.");
        }
        approvals.follow(approval);
        if (approval.status() != ApprovalStatus.WAITING) {
            throw Problem.conflict("It is decided already, or was taken back.");
        }
        if (!ruled.isOf(approval)) {
            throw Problem.conflict(
                    "This committee does not decide it. " + approval.rule().words());
        }
        if (ruled.voted().contains(approval.requesterId())) {
            throw Problem.invalid("/votes", "asked", "Nobody votes on what they asked for themselves; they abstain.");
        }
        approval.decide(ruled.outcome(), ruled.reason(), people.self(), clock.instant());
        approval.decidedIn(ruled.meeting());
        decided.fire(new DecidedInMeeting(approval, ruled.outcome(), ruled.reason()));
        informing.of(approval);
    }
}
