package org.uplift.committee;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.UuidGenerator;
import org.uplift.access.CommitteeOwned;
import org.uplift.access.Person;

/** What somebody said of minutes after they were approved. */
@Entity
@Immutable
class MinuteAddition implements CommitteeOwned {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    private UUID meetingId;
    private UUID committeeId;
    private String text;
    private UUID personId;
    private String author;
    private Instant at;

    protected MinuteAddition() {}

    MinuteAddition(Meeting meeting, String text, Person by, Instant at) {
        meetingId = meeting.id();
        committeeId = meeting.committeeId();
        this.text = text.strip();
        personId = by.id();
        author = by.name();
        this.at = at;
    }

    @Override
    public UUID committeeId() {
        return committeeId;
    }

    UUID id() {
        return id;
    }
}
