package org.uplift.checkpoint;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;
import org.uplift.access.SchoolOwned;
import org.uplift.file.StoredFile;
import org.uplift.platform.Problem;

/** Something that was seen or shown at a checkpoint: words, a link, or a file. */
@Entity
@Immutable
class CheckpointEvidence implements SchoolOwned {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    private UUID checkpointId;
    private @Nullable UUID referenceId;
    private @Nullable Integer schoolUrn;
    private @Nullable String text;
    private @Nullable String link;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable StoredFile file;

    private UUID personId;
    private String author;
    private Instant at;

    protected CheckpointEvidence() {}

    CheckpointEvidence(
            Checkpoint checkpoint, EvidenceTerms terms, @Nullable StoredFile file, Somebody author, Instant at) {
        checkpoint.requireDraft();
        if (terms.reference() != null && !checkpoint.inOrder().containsKey(terms.reference())) {
            throw Problem.invalid("/reference", "unknown-focus", "The checkpoint does not look at that.");
        }
        checkpointId = checkpoint.id();
        schoolUrn = checkpoint.schoolUrn();
        referenceId = terms.reference();
        text = terms.words();
        link = terms.link();
        this.file = file;
        personId = author.personId();
        this.author = author.name();
        this.at = at;
    }

    EvidenceLine line() {
        return new EvidenceLine(id, referenceId, text, link, file == null ? null : file.summary(), author, at);
    }

    @Override
    public @Nullable Integer schoolUrn() {
        return schoolUrn;
    }

    UUID id() {
        return id;
    }

    UUID checkpointId() {
        return checkpointId;
    }

    /** Its file, or 404 where it is none. */
    StoredFile file() {
        if (file == null) {
            throw Problem.notFound();
        }
        return file;
    }
}
