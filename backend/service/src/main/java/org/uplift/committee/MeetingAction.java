package org.uplift.committee;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;
import org.uplift.access.CommitteeOwned;

/** What somebody was given to do in a meeting. It can be done when the minutes are long approved. */
@Entity
@DynamicUpdate
class MeetingAction implements CommitteeOwned {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Column(updatable = false)
    private UUID meetingId;

    @Column(updatable = false)
    private UUID committeeId;

    private String what;
    private @Nullable UUID whoId;
    private String whoName;
    private @Nullable LocalDate dueOn;
    private @Nullable LocalDate doneOn;

    @Version
    private int version;

    protected MeetingAction() {}

    MeetingAction(Meeting meeting, MeetingActionTerms terms, String who) {
        meetingId = meeting.id();
        committeeId = meeting.committeeId();
        set(terms, who);
    }

    void change(MeetingActionTerms terms, String who) {
        set(terms, who);
    }

    private void set(MeetingActionTerms terms, String who) {
        what = terms.what().strip();
        whoId = terms.whoPersonId();
        whoName = who;
        dueOn = terms.dueOn();
        doneOn = terms.doneOn();
    }

    MeetingActionTerms terms() {
        return new MeetingActionTerms(what, whoId, whoName, dueOn, doneOn);
    }

    MeetingActionLine line(LocalDate today) {
        return new MeetingActionLine(
                id,
                meetingId,
                what,
                whoId,
                whoName,
                dueOn,
                doneOn,
                doneOn == null && dueOn != null && dueOn.isBefore(today),
                version);
    }

    @Override
    public UUID committeeId() {
        return committeeId;
    }

    UUID id() {
        return id;
    }

    @Nullable
    UUID whoId() {
        return whoId;
    }

    int version() {
        return version;
    }
}
