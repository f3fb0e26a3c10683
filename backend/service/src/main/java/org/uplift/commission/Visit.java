package org.uplift.commission;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Person;

/** Days that were given, and what was done. A wrong one is taken out while the support is under way. */
@Entity
@Immutable
@Table(name = "commission_visit")
class Visit {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    private UUID commissionId;
    private LocalDate day;
    private BigDecimal days;
    private String what;
    private @Nullable UUID checkpointId;
    private UUID personId;
    private String author;
    private Instant at;

    protected Visit() {}

    Visit(Commission commission, NewVisit wanted, Person by, Instant now) {
        commissionId = commission.id();
        day = wanted.day();
        days = wanted.days();
        what = wanted.what().strip();
        checkpointId = wanted.checkpointId();
        personId = by.id();
        author = by.name();
        at = now;
    }

    UUID id() {
        return id;
    }

    UUID commissionId() {
        return commissionId;
    }

    LocalDate day() {
        return day;
    }

    BigDecimal days() {
        return days;
    }

    VisitLine line() {
        return new VisitLine(id, day, days, what, checkpointId, personId, author);
    }
}
