package org.uplift.cycle;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;
import org.uplift.access.SchoolOwned;

/** What somebody reported of an action. It is never changed. */
@Entity
@Immutable
class ActionUpdate implements SchoolOwned {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    private UUID actionId;
    private @Nullable Integer schoolUrn;
    private UUID personId;
    private String author;
    private Instant at;
    private String text;

    @Enumerated(EnumType.STRING)
    private @Nullable ActionStatus status;

    protected ActionUpdate() {}

    ActionUpdate(Action action, NewActionUpdate wanted, UUID personId, String author, Instant at) {
        actionId = action.id();
        schoolUrn = action.schoolUrn();
        this.personId = personId;
        this.author = author;
        this.at = at;
        text = wanted.text().strip();
        status = wanted.status();
    }

    ActionUpdateSummary summary() {
        return new ActionUpdateSummary(id, author, at, text, status);
    }

    @Override
    public @Nullable Integer schoolUrn() {
        return schoolUrn;
    }
}
