package org.uplift.practice;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Person;
import org.uplift.platform.Problem;

/** A place that somebody has booked to come and see. It is given back, never moved. */
@Entity
@DynamicUpdate
class PracticeVisit {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    private UUID slotId;
    private UUID practiceId;
    private @Nullable Integer hostUrn;
    private @Nullable Integer schoolUrn;
    private @Nullable String schoolName;
    private UUID personId;
    private String name;
    private int seat;
    private Instant bookedAt;
    private @Nullable Instant givenBackAt;

    protected PracticeVisit() {}

    PracticeVisit(
            PracticeSlot slot,
            int seat,
            @Nullable Integer schoolUrn,
            @Nullable String schoolName,
            Person person,
            Instant at) {
        slotId = slot.id();
        practiceId = slot.practiceId();
        hostUrn = slot.schoolUrn();
        this.seat = seat;
        this.schoolUrn = schoolUrn;
        this.schoolName = schoolName;
        personId = person.id();
        name = person.name();
        bookedAt = at;
    }

    /** Somebody else can have the place. */
    void giveBack(Instant at) {
        if (givenBackAt != null) {
            throw Problem.conflict("It was given back already.");
        }
        givenBackAt = at;
    }

    UUID id() {
        return id;
    }

    UUID slotId() {
        return slotId;
    }

    UUID practiceId() {
        return practiceId;
    }

    UUID personId() {
        return personId;
    }

    @Nullable
    Integer hostUrn() {
        return hostUrn;
    }

    String name() {
        return name;
    }

    PracticeVisitLine line() {
        return new PracticeVisitLine(id, slotId, name, schoolUrn, schoolName, bookedAt);
    }
}
