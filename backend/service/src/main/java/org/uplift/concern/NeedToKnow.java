package org.uplift.concern;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;
import org.uplift.access.SchoolOwned;
import org.uplift.platform.Problem;
import org.uplift.sealing.Seal;

/** Somebody who needs to know of a restricted concern, and why. */
@Entity
@DynamicUpdate
class NeedToKnow implements SchoolOwned {
    @Id
    private UUID id;

    private UUID concernId;
    private Integer schoolUrn;
    private UUID personId;
    private String name;
    private byte[] reason;

    @Column(name = "valid_from")
    private LocalDate from;

    @Column(name = "valid_until")
    private @Nullable LocalDate until;

    private String namedBy;
    private Instant namedAt;

    @Version
    private int version;

    protected NeedToKnow() {}

    NeedToKnow(Concern concern, NewNeedToKnow wanted, String name, Seal seal, Concern.Act act) {
        id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        concernId = concern.id();
        schoolUrn = concern.schoolUrn();
        personId = wanted.personId();
        this.name = name;
        reason = seal.close(wanted.reason().strip(), place());
        from = act.today();
        until = wanted.until();
        if (until != null && !until.isAfter(from)) {
            throw Problem.invalid("/until", "not-after-today", "It has to end after today, or never be given.");
        }
        namedBy = act.name();
        namedAt = act.at();
    }

    void end(LocalDate today) {
        if (!isCurrent(today)) {
            throw Problem.conflict("It has ended already.");
        }
        until = today;
    }

    boolean isCurrent(LocalDate today) {
        return until == null || until.isAfter(today);
    }

    NeedToKnowLine line(Seal seal, LocalDate today) {
        return new NeedToKnowLine(
                id, personId, name, seal.open(reason, place()), from, until, isCurrent(today), namedBy, namedAt);
    }

    private String place() {
        return Concern.place(concernId) + "/need-to-know/" + id;
    }

    UUID concernId() {
        return concernId;
    }

    String name() {
        return name;
    }

    UUID id() {
        return id;
    }

    int version() {
        return version;
    }

    @Override
    public Integer schoolUrn() {
        return schoolUrn;
    }
}
