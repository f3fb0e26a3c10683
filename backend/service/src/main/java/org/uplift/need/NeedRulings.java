package org.uplift.need;

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

/** What committees decide on levels of need. It is recorded by a clerk, who moderates none. */
@ApplicationScoped
class NeedRulings {
    @Inject
    EntityManager entities;

    @Inject
    Activities activities;

    @Inject
    Notifications notifications;

    void decided(@Observes DecidedInMeeting ruling) {
        Approval approval = ruling.approval();
        if (approval.decision() != Decision.NEED_BY_ONE_LEVEL && approval.decision() != Decision.NEED_BY_TWO_LEVELS) {
            return;
        }
        NeedAssessment assessment = Objects.requireNonNull(
                entities.find(NeedAssessment.class, approval.subjectId()), "An assessment is never deleted");
        if (ruling.approved()) {
            entities.createQuery("from NeedModeration where approval.id = :approval", NeedModeration.class)
                    .setParameter("approval", approval.id())
                    .getResultStream()
                    .forEach(assessment::apply);
        }
        entities.flush();
        activities.record(
                Subject.NEED,
                assessment.id().toString(),
                assessment.schoolUrn(),
                ruling.words() + "the need level in " + assessment.term().words(),
                ruling.reason(),
                List.of(new Change("approval", "asked for", ruling.outcome().code())));
        notifications.tell(
                List.of(approval.requesterId()),
                NotificationKind.APPROVAL_DECIDED,
                new Reference(ThingKind.NEED, assessment.id(), null),
                assessment.schoolUrn(),
                ruling.outcome().code());
    }
}
