package org.uplift.commission;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.UuidGenerator;
import org.uplift.access.Person;

/** What came of the support, as one party says. It is written once. */
@Entity
@Immutable
@Table(name = "commission_impact")
class Impact {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    private UUID commissionId;

    @Enumerated(EnumType.STRING)
    private Party party;

    private int rating;
    private String text;
    private UUID personId;
    private String author;
    private Instant at;

    protected Impact() {}

    Impact(Commission commission, NewImpact wanted, Person by, Instant now) {
        commissionId = commission.id();
        party = wanted.party();
        rating = wanted.rating();
        text = wanted.text().strip();
        personId = by.id();
        author = by.name();
        at = now;
    }

    UUID commissionId() {
        return commissionId;
    }

    Party party() {
        return party;
    }

    int rating() {
        return rating;
    }

    ImpactLine line() {
        return new ImpactLine(party, rating, text, author, at);
    }
}
