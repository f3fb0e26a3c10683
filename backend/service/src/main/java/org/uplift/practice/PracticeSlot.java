package org.uplift.practice;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;
import org.uplift.access.SchoolOwned;
import org.uplift.platform.Problem;
import org.uplift.platform.Words;

/** A time at which others can come and see good practice. It is offered and cancelled, never moved: who has booked chose that time. */
@Entity
class PracticeSlot implements SchoolOwned {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    private UUID practiceId;
    private @Nullable Integer schoolUrn;
    private LocalDate day;
    private LocalTime startsAt;
    private LocalTime endsAt;
    private int places;
    private String place;
    private @Nullable String notes;
    private UUID offeredBy;
    private @Nullable LocalDate cancelledOn;
    private @Nullable String cancellationReason;
    private Instant changedAt;

    @Version
    private int version;

    protected PracticeSlot() {}

    PracticeSlot(GoodPractice practice, NewSlot wanted, UUID offeredBy, LocalDateTime now, Instant at) {
        practice.requireInUse();
        if (!wanted.endsAt().isAfter(wanted.startsAt())) {
            throw Problem.invalid(
                    "/endsAt", "before-start", wanted.endsAt() + " is not after " + wanted.startsAt() + ".");
        }
        if (!wanted.day().atTime(wanted.startsAt()).isAfter(now)) {
            throw Problem.invalid("/day", "past", Words.day(wanted.day()) + ", " + wanted.startsAt() + " is past.");
        }
        practiceId = practice.id();
        schoolUrn = practice.schoolUrn();
        day = wanted.day();
        startsAt = wanted.startsAt();
        endsAt = wanted.endsAt();
        places = wanted.places();
        place = wanted.place().strip();
        notes = wanted.notes() == null || wanted.notes().isBlank()
                ? null
                : wanted.notes().strip();
        this.offeredBy = offeredBy;
        changedAt = at;
    }

    /** Nobody can come; who has booked is told by who does this. */
    void cancel(String reason, LocalDateTime now, Instant at) {
        requireAhead(now);
        cancelledOn = now.toLocalDate();
        cancellationReason = reason.strip();
        changedAt = at;
    }

    /** Whether it could still take place. */
    boolean isAhead(LocalDateTime now) {
        return cancelledOn == null && day.atTime(startsAt).isAfter(now);
    }

    /** Refuses with 409 what nobody can come to any more. */
    void requireAhead(LocalDateTime now) {
        if (cancelledOn != null) {
            throw Problem.conflict("It was cancelled on " + Words.day(cancelledOn) + ".");
        }
        if (!isAhead(now)) {
            throw Problem.conflict("It was on " + Words.day(day) + " at " + startsAt + ", which is past.");
        }
    }

    PracticeSlotLine line(int taken, List<PracticeVisit> visits, UUID reader, LocalDateTime now) {
        return new PracticeSlotLine(
                id,
                practiceId,
                day,
                startsAt,
                endsAt,
                places,
                taken,
                place,
                notes,
                cancelledOn,
                cancellationReason,
                !day.atTime(startsAt).isAfter(now),
                visits.stream()
                        .filter(visit -> visit.personId().equals(reader))
                        .map(PracticeVisit::id)
                        .findFirst()
                        .orElse(null),
                visits.stream().map(PracticeVisit::line).toList(),
                version);
    }

    UUID id() {
        return id;
    }

    UUID practiceId() {
        return practiceId;
    }

    @Override
    public @Nullable Integer schoolUrn() {
        return schoolUrn;
    }

    LocalDate day() {
        return day;
    }

    int places() {
        return places;
    }

    int version() {
        return version;
    }
}
