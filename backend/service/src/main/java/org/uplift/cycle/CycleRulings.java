package org.uplift.cycle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Objects;
import org.uplift.activity.Activities;
import org.uplift.activity.Change;
import org.uplift.activity.Subject;
import org.uplift.delegation.Approval;
import org.uplift.delegation.DecidedInMeeting;
import org.uplift.delegation.Decision;
import org.uplift.notification.NotificationKind;
import org.uplift.notification.Notifications;
import org.uplift.thing.Reference;
import org.uplift.thing.ThingKind;

/** What committees decide on plans. It is recorded by a clerk, who reads none. */
@ApplicationScoped
class CycleRulings {
    @Inject
    EntityManager entities;

    @Inject
    Activities activities;

    @Inject
    Notifications notifications;

    void decided(@Observes DecidedInMeeting ruling) {
        Approval approval = ruling.approval();
        if (approval.decision() != Decision.SCHOOL_CYCLE && approval.decision() != Decision.TRUST_CYCLE) {
            return;
        }
        Cycle cycle = Objects.requireNonNull(
                entities.find(Cycle.class, approval.subjectId()), "What was asked for is not deleted while it waits");
        cycle.requireApprovable();
        if (ruling.approved()) {
            cycle.approve(approval.id());
        }
        entities.flush();
        activities.record(
                Subject.CYCLE,
                cycle.id().toString(),
                cycle.schoolUrn(),
                ruling.words() + cycle.label(),
                ruling.reason(),
                List.of(new Change("approval", "asked for", ruling.outcome().code())));
        notifications.tell(
                List.of(approval.requesterId()),
                NotificationKind.APPROVAL_DECIDED,
                new Reference(ThingKind.CYCLE, cycle.id(), cycle.id()),
                cycle.schoolUrn(),
                ruling.outcome().code());
    }
}
