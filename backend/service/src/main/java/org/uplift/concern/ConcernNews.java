package org.uplift.concern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.uplift.activity.Activities;
import org.uplift.activity.Subject;
import org.uplift.notification.NotificationKind;
import org.uplift.notification.Notifications;
import org.uplift.thing.Reference;
import org.uplift.thing.ThingKind;

/** Tells people that something has happened with a concern, and keeps that it did; never in anybody's words. */
@ApplicationScoped
class ConcernNews {
    @Inject
    Notifications notifications;

    @Inject
    Activities activities;

    void record(Concern concern, String done) {
        activities.record(Subject.CONCERN, concern.id().toString(), concern.schoolUrn(), done);
    }

    void tell(Set<UUID> whom, NotificationKind kind, Concern concern) {
        notifications.tell(
                List.copyOf(whom), kind, new Reference(ThingKind.CONCERN, concern.id(), null), concern.schoolUrn());
    }

    void tell(@Nullable UUID whom, NotificationKind kind, Concern concern) {
        tell(whom == null ? Set.of() : Set.of(whom), kind, concern);
    }
}
