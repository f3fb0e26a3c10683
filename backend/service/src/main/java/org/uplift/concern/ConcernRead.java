package org.uplift.concern;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.uplift.access.SchoolOwned;

/** That somebody opened a restricted concern. */
@Entity
@Immutable
class ConcernRead implements SchoolOwned {
    @Id
    private UUID id;

    private UUID concernId;
    private Integer schoolUrn;
    private UUID personId;
    private String name;
    private Instant at;

    protected ConcernRead() {}

    ConcernRead(Concern concern, Concern.Act act) {
        id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        concernId = concern.id();
        schoolUrn = concern.schoolUrn();
        personId = act.personId();
        name = act.name();
        at = act.at();
    }

    ReadLine line() {
        return new ReadLine(id, personId, name, at);
    }

    @Override
    public Integer schoolUrn() {
        return schoolUrn;
    }
}
