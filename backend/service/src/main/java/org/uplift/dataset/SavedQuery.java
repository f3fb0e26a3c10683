package org.uplift.dataset;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.UuidGenerator;

/** A question to a data set that somebody keeps, by the address that asks it. */
@Entity
@Immutable
class SavedQuery {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    private UUID personId;
    private String dataSet;
    private String name;
    private String search;
    private Instant savedAt;

    protected SavedQuery() {}

    SavedQuery(UUID person, NewSavedQuery wanted, Instant now) {
        personId = person;
        dataSet = wanted.dataSet();
        name = wanted.name().strip();
        search = wanted.search();
        savedAt = now;
    }

    SavedQueryLine line() {
        return new SavedQueryLine(id, name, dataSet, search, "/data/" + dataSet + search, savedAt);
    }

    UUID id() {
        return id;
    }
}
