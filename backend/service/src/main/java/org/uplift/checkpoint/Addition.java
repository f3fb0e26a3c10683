package org.uplift.checkpoint;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;
import org.uplift.access.SchoolOwned;

/** What somebody added to a checkpoint after the signatures. It is never changed and never removed. */
@Entity
@Immutable
class Addition implements SchoolOwned {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    private UUID checkpointId;
    private @Nullable Integer schoolUrn;
    private String text;
    private UUID personId;
    private String author;
    private Instant at;

    protected Addition() {}

    Addition(Checkpoint checkpoint, String text, Somebody author, Instant at) {
        checkpoint.requireSigned();
        checkpointId = checkpoint.id();
        schoolUrn = checkpoint.schoolUrn();
        this.text = text.strip();
        personId = author.personId();
        this.author = author.name();
        this.at = at;
    }

    AdditionLine line() {
        return new AdditionLine(id, text, author, at);
    }

    @Override
    public @Nullable Integer schoolUrn() {
        return schoolUrn;
    }

    UUID id() {
        return id;
    }
}
