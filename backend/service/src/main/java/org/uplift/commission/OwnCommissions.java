package org.uplift.commission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Caller;
import org.uplift.access.Permission;
import org.uplift.access.Role;
import org.uplift.thing.Reference;
import org.uplift.thing.ThingKind;
import org.uplift.work.WorkItem;
import org.uplift.work.WorkKind;
import org.uplift.work.WorkSource;

/** The support that waits for the caller: to match, to recommend, to accept, to look back on. */
@ApplicationScoped
class OwnCommissions implements WorkSource {
    @Inject
    Commissions commissions;

    @Inject
    Caller caller;

    @Override
    public List<WorkItem> items(LocalDate today, int most) {
        return commissions.waiting(today, most).stream()
                .flatMap(commission -> Stream.ofNullable(item(commission, today)))
                .toList();
    }

    private @Nullable WorkItem item(Commissions.Waiting waiting, LocalDate today) {
        CommissionSummary commission = waiting.commission();
        boolean mine = waiting.mine();
        Integer urn = commission.schoolUrn();
        boolean asks = !mine && caller.scope(Permission.REQUEST_SUPPORT).covers(urn);
        // Where no headteacher has an account, or the support is beyond the trust, who asked goes on.
        boolean head =
                asks && (caller.isHeadteacherOf(urn) || commission.requesterId().equals(caller.personId()));
        return switch (commission.status()) {
            case REQUESTED ->
                caller.holds(Role.TRUST_LEADER, null)
                        ? item(commission, commission.requestedBy() + " asks for support; find who can give it.")
                                .due(commission.startsOn(), today)
                        : null;
            case MATCHED ->
                (urn == null ? head : caller.isHeadteacherOf(urn)) && !waiting.asked()
                        ? item(commission, commission.supporter() + " is to give it; recommend it for approval.")
                                .due(commission.startsOn(), today)
                        : null;
            case APPROVED ->
                mine
                        ? item(
                                        commission,
                                        waiting.agreed()
                                                ? "It is approved; accept it, and it begins."
                                                : "It is approved; what is agreed is being written.")
                                .due(commission.startsOn(), today)
                        : head
                                ? item(
                                                commission,
                                                waiting.agreed()
                                                        ? commission.partnerId() == null
                                                                ? "It waits for " + commission.supporter()
                                                                        + " to accept it."
                                                                : "It is approved; record that the partner accepts it."
                                                        : "It is approved; write down what is agreed.")
                                        .due(commission.startsOn(), today)
                                : null;
            case ACTIVE -> ending(commission, mine, head, today);
            default -> null;
        };
    }

    /** What is over waits to be looked back on, by each party. */
    private @Nullable WorkItem ending(CommissionSummary commission, boolean mine, boolean head, LocalDate today) {
        boolean missing = mine && commission.supporterRating() == null || head && commission.schoolRating() == null;
        return commission.endsOn().isBefore(today) && (mine || head)
                ? item(
                                commission,
                                missing
                                        ? "Its last day is over; say what came of it."
                                        : "Its last day is over; complete it when both parties have said what came of it.")
                        .due(commission.endsOn(), today)
                : null;
    }

    private static WorkItem item(CommissionSummary commission, String reason) {
        return WorkItem.of(
                WorkKind.COMMISSION,
                commission.title(),
                commission.status().code(),
                reason,
                commission.schoolUrn(),
                commission.schoolName() == null ? commission.beyond() : commission.schoolName(),
                new Reference(ThingKind.COMMISSION, commission.id(), null));
    }
}
