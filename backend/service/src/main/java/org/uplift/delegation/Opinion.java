package org.uplift.delegation;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Person;
import org.uplift.access.SchoolOwned;

/** What somebody of a body that is consulted has said before it was decided. It is never changed. */
@Entity
@Immutable
class Opinion implements SchoolOwned {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    private UUID approvalId;
    private @Nullable Integer schoolUrn;

    @Enumerated(EnumType.STRING)
    private Body body;

    private String text;
    private UUID personId;
    private String author;
    private Instant at;

    protected Opinion() {}

    Opinion(Approval approval, Body body, String text, Person author, Instant at) {
        approvalId = approval.id();
        schoolUrn = approval.schoolUrn();
        this.body = body;
        this.text = text.strip();
        personId = author.id();
        this.author = author.name();
        this.at = at;
    }

    OpinionLine line() {
        return new OpinionLine(body, text, author, at);
    }

    @Override
    public @Nullable Integer schoolUrn() {
        return schoolUrn;
    }
}
