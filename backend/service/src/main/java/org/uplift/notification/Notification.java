package org.uplift.notification;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;
import org.uplift.access.SchoolOwned;
import org.uplift.thing.Reference;
import org.uplift.thing.Thing;
import org.uplift.thing.ThingKind;

/** Something that somebody is told. It stays when it is read. */
@Entity
@DynamicUpdate
class Notification implements SchoolOwned {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    private UUID personId;
    private Instant at;

    @Enumerated(EnumType.STRING)
    private NotificationKind kind;

    @Enumerated(EnumType.STRING)
    private ThingKind subjectKind;

    private UUID subjectId;
    private @Nullable Integer schoolUrn;
    private @Nullable String actor;
    private @Nullable String detail;
    private @Nullable Instant readAt;

    protected Notification() {}

    Notification(
            UUID personId,
            Instant at,
            NotificationKind kind,
            Reference subject,
            @Nullable Integer schoolUrn,
            @Nullable String actor,
            @Nullable String detail) {
        this.personId = personId;
        this.at = at;
        this.kind = kind;
        subjectKind = subject.kind();
        subjectId = subject.id();
        this.schoolUrn = schoolUrn;
        this.actor = actor;
        this.detail = detail;
    }

    /** Marks it as read; when it was read first stays. */
    void read(Instant now) {
        if (readAt == null) {
            readAt = now;
        }
    }

    NotificationLine line(Thing thing) {
        return new NotificationLine(
                id,
                at,
                kind,
                kind.words(subjectKind, actor, detail),
                thing.reference(),
                thing.title(),
                schoolUrn,
                thing.schoolName(),
                readAt);
    }

    @Override
    public @Nullable Integer schoolUrn() {
        return schoolUrn;
    }

    UUID subjectId() {
        return subjectId;
    }

    @Nullable
    String detail() {
        return detail;
    }
}
