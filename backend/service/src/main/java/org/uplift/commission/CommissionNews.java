package org.uplift.commission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.uplift.access.People;
import org.uplift.access.Role;
import org.uplift.activity.Activities;
import org.uplift.activity.Subject;
import org.uplift.notification.NotificationKind;
import org.uplift.notification.Notifications;
import org.uplift.thing.Reference;
import org.uplift.thing.ThingKind;

/** What is recorded of a commission, and who is told of it. */
@ApplicationScoped
class CommissionNews {
    @Inject
    Activities activities;

    @Inject
    Notifications notifications;

    @Inject
    People people;

    @Inject
    Clock clock;

    void record(Commission commission, String summary, @Nullable String reason) {
        activities.record(
                Subject.COMMISSION,
                commission.id().toString(),
                commission.schoolUrn(),
                summary + " \"" + commission.title() + "\"",
                reason,
                List.of());
    }

    /** Tells the leaders of the trust. */
    void tellTrust(Commission commission, NotificationKind kind) {
        notifications.tell(
                people.holders(Role.TRUST_LEADER, null, LocalDate.now(clock)),
                kind,
                reference(commission),
                commission.schoolUrn());
    }

    /** Tells who asked, and the headteacher of the school. */
    void tellSchool(Commission commission, NotificationKind kind, @Nullable String detail) {
        Set<UUID> told = new HashSet<>(people.headteachers(commission.schoolUrn(), LocalDate.now(clock)));
        told.add(commission.requesterId());
        notifications.tell(told, kind, reference(commission), commission.schoolUrn(), detail);
    }

    /** Tells who gives it, where they have an account: as somebody of their own school, because they need not see the other. */
    void tellSupporter(Commission commission, NotificationKind kind, @Nullable String detail) {
        UUID person = commission.expertPersonId();
        if (person != null) {
            notifications.tell(List.of(person), kind, reference(commission), commission.supporterUrn(), detail);
        }
    }

    private static Reference reference(Commission commission) {
        return new Reference(ThingKind.COMMISSION, commission.id(), null);
    }
}
