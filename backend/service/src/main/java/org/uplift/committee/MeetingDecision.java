package org.uplift.committee;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;
import org.uplift.access.CommitteeOwned;
import org.uplift.delegation.Outcome;

/** A decision that was taken in a meeting. It is never changed. */
@Entity
@Immutable
class MeetingDecision implements CommitteeOwned {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    private UUID meetingId;
    private UUID committeeId;
    private @Nullable UUID itemId;
    private String text;
    private @Nullable UUID approvalId;

    @Enumerated(EnumType.STRING)
    private @Nullable Outcome outcome;

    private String recordedBy;
    private Instant recordedAt;

    protected MeetingDecision() {}

    MeetingDecision(Meeting meeting, NewMeetingDecision wanted, String by, Instant at) {
        meetingId = meeting.id();
        committeeId = meeting.committeeId();
        itemId = wanted.itemId();
        text = wanted.text().strip();
        approvalId = wanted.approvalId();
        outcome = wanted.outcome();
        recordedBy = by;
        recordedAt = at;
    }

    @Override
    public UUID committeeId() {
        return committeeId;
    }

    UUID id() {
        return id;
    }
}
