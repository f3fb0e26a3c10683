package org.uplift.committee;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;
import org.uplift.access.CommitteeOwned;
import org.uplift.platform.Problem;
import org.uplift.platform.Words;

/** A meeting of a committee. Once its minutes are approved nothing of it changes. */
@Entity
@DynamicUpdate
class Meeting implements CommitteeOwned {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Column(updatable = false)
    private UUID committeeId;

    private LocalDate day;
    private LocalTime startsAt;
    private int minutes;
    private @Nullable String place;
    private @Nullable String link;

    @Enumerated(EnumType.STRING)
    private MeetingStatus status = MeetingStatus.PLANNED;

    private @Nullable String cancelReason;
    private @Nullable UUID approvedIn;
    private @Nullable Instant approvedAt;
    private @Nullable String approvedBy;

    @Version
    private int version;

    protected Meeting() {}

    Meeting(UUID committee, MeetingTerms terms) {
        committeeId = committee;
        set(terms);
    }

    /** Another day, time or place; one that was held keeps its day. */
    void change(MeetingTerms terms) {
        requireOpen();
        if (status != MeetingStatus.PLANNED && !terms.day().equals(day)) {
            throw Problem.conflict("It is " + status.code() + "; its day stays.");
        }
        set(terms);
    }

    private void set(MeetingTerms terms) {
        day = terms.day();
        startsAt = LocalTime.parse(terms.startsAt());
        minutes = terms.minutes();
        place = terms.place();
        link = terms.link();
    }

    void move(MeetingStatus to, @Nullable String reason, LocalDate today) {
        requireOpen();
        if (to == MeetingStatus.CANCELLED && (reason == null || reason.isBlank())) {
            throw Problem.invalid("/reason", "required", "Say why it is cancelled.");
        }
        if (to == MeetingStatus.HELD && day.isAfter(today)) {
            throw Problem.conflict("It is planned for " + Words.day(day) + ", and cannot have been held yet.");
        }
        status = to;
        cancelReason = to == MeetingStatus.CANCELLED ? reason : null;
    }

    /** Its minutes are right, as a later meeting of the committee finds. */
    void approve(Meeting in, String by, Instant at, LocalDate today) {
        requireOpen();
        if (status != MeetingStatus.HELD) {
            throw Problem.conflict(
                    "Minutes are approved of a meeting that was held; this one is " + status.code() + ".");
        }
        if (!in.committeeId.equals(committeeId) || !in.day.isAfter(day) || in.status == MeetingStatus.CANCELLED) {
            throw Problem.invalid("/meetingId", "not-later", "Choose a later meeting of the same committee.");
        }
        if (in.day.isAfter(today)) {
            throw Problem.conflict("That meeting is on " + Words.day(in.day) + "; the minutes are approved in it.");
        }
        approvedIn = in.id;
        approvedBy = by;
        approvedAt = at;
    }

    /** Refuses with 409 to change what is approved. */
    void requireOpen() {
        if (approvedAt != null) {
            throw Problem.conflict("The minutes are approved; they can be added to, and never changed.");
        }
    }

    /** Refuses with 409 to minute a meeting that has not begun, or was cancelled. */
    void requireBegun(LocalDate today) {
        requireOpen();
        if (status == MeetingStatus.CANCELLED || day.isAfter(today)) {
            throw Problem.conflict(
                    status == MeetingStatus.CANCELLED
                            ? "The meeting was cancelled."
                            : "The meeting is on " + Words.day(day) + "; nothing has been said in it yet.");
        }
    }

    /** Refuses with 409 to change the agenda of what is over. */
    void requirePlanned() {
        requireOpen();
        if (status != MeetingStatus.PLANNED) {
            throw Problem.conflict("The meeting is " + status.code() + "; its agenda stays.");
        }
    }

    MeetingTerms terms() {
        return new MeetingTerms(day, startsAt.toString(), minutes, place, link);
    }

    boolean isApproved() {
        return approvedAt != null;
    }

    @Override
    public UUID committeeId() {
        return committeeId;
    }

    UUID id() {
        return id;
    }

    LocalDate day() {
        return day;
    }

    MeetingStatus status() {
        return status;
    }

    int version() {
        return version;
    }
}
