package org.uplift.change;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.uplift.activity.Subject;

/** That one thing has changed. Triggers of the database write it, in the transaction of the change. */
@Entity
@Immutable
class ChangeItem {
    @Id
    private UUID id;

    private long position;
    private Instant at;

    @Enumerated(EnumType.STRING)
    private Subject subject;

    private String subjectId;
    private @Nullable Integer schoolUrn;
    private @Nullable UUID committeeId;
    private @Nullable UUID activityId;

    @Enumerated(EnumType.STRING)
    private Happened what;

    protected ChangeItem() {}

    Position position() {
        return new Position(position, id);
    }

    ChangeLine line(String cursor) {
        return new ChangeLine(
                cursor, at, subject, subjectId, schoolUrn, what, ThingAddress.of(subject, subjectId, schoolUrn, what));
    }
}
