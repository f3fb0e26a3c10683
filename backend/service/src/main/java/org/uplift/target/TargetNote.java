package org.uplift.target;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;
import org.uplift.access.SchoolOwned;

/** What somebody has added to a target or a milestone. It is never changed; a correction is a new one. */
@Entity
@Immutable
class TargetNote implements SchoolOwned {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    private UUID targetId;
    private @Nullable Integer schoolUrn;
    private Instant at;
    private @Nullable UUID authorId;
    private String author;
    private String text;

    protected TargetNote() {}

    TargetNote(UUID targetId, @Nullable Integer schoolUrn, Instant at, UUID authorId, String author, String text) {
        this.targetId = targetId;
        this.schoolUrn = schoolUrn;
        this.at = at;
        this.authorId = authorId;
        this.author = author;
        this.text = text.strip();
    }

    TargetNoteEntry entry() {
        return new TargetNoteEntry(id, at, author, text);
    }

    @Override
    public @Nullable Integer schoolUrn() {
        return schoolUrn;
    }
}
