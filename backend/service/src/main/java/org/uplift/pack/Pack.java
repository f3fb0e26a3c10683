package org.uplift.pack;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.UuidGenerator;
import org.uplift.access.CommitteeOwned;

/** A pack of a meeting. The database refuses to change or delete it. */
@Entity
@Immutable
class Pack implements CommitteeOwned {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    private UUID committeeId;
    private UUID meetingId;
    private int number;
    private LocalDate asAt;
    private Instant builtAt;
    private String builtBy;
    private int schools;
    private int exceptions;
    private byte[] content;

    @Column(name = "content_sha256")
    private String contentHash;

    private byte[] document;

    @Column(name = "document_sha256")
    private String documentHash;

    protected Pack() {}

    Pack(Occasion meeting, PackContent told, Frozen content, Frozen document, Instant at, String by) {
        committeeId = meeting.committeeId();
        meetingId = meeting.id();
        number = meeting.nextNumber();
        asAt = told.asAt();
        builtAt = at;
        builtBy = by;
        schools = told.schools().size();
        exceptions = told.exceptions().size();
        this.content = content.bytes();
        contentHash = content.sha256();
        this.document = document.bytes();
        documentHash = document.sha256();
    }

    @Override
    public UUID committeeId() {
        return committeeId;
    }

    UUID id() {
        return id;
    }
}
