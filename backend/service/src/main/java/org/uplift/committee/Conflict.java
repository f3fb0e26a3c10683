package org.uplift.committee;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;
import org.uplift.access.CommitteeOwned;
import org.uplift.platform.Problem;

/** An interest that a member of a committee has declared. */
@Entity
@DynamicUpdate
@Table(name = "conflict_of_interest")
class Conflict implements CommitteeOwned {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    private UUID committeeId;
    private UUID personId;
    private String name;
    private String what;

    @Column(name = "valid_from")
    private LocalDate from;

    @Column(name = "valid_until")
    private @Nullable LocalDate until;

    private LocalDate declaredOn;
    private String recordedBy;
    private Instant recordedAt;

    @Version
    private int version;

    protected Conflict() {}

    Conflict(CommitteeMember member, NewConflict wanted, String by, Instant at) {
        committeeId = member.committeeId();
        personId = member.personId();
        name = member.name();
        what = wanted.what().strip();
        from = wanted.from();
        until = wanted.until();
        declaredOn = wanted.declaredOn();
        recordedBy = by;
        recordedAt = at;
        requireOrder();
    }

    /** It is over from a day on. */
    void end(LocalDate day) {
        if (until != null) {
            throw Problem.conflict("It has an end already.");
        }
        until = day;
        requireOrder();
    }

    private void requireOrder() {
        if (until != null && until.isBefore(from)) {
            throw Problem.invalid(
                    "/until", "before-start", "It would end on " + until + ", before it starts on " + from + ".");
        }
    }

    ConflictLine line() {
        return new ConflictLine(id, personId, name, what, from, until, declaredOn, recordedBy, version);
    }

    @Override
    public UUID committeeId() {
        return committeeId;
    }

    UUID id() {
        return id;
    }

    String name() {
        return name;
    }

    int version() {
        return version;
    }
}
