package org.uplift.delegation;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;
import org.uplift.access.CommitteeOwned;

/** What a committee is told of, in words that each of its members may read. */
@Entity
@Immutable
@Table(name = "committee_notice")
class Notice implements CommitteeOwned {
    private static final int LONGEST = 400;

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    private UUID committeeId;
    private String text;
    private @Nullable String link;
    private UUID subjectId;
    private Instant at;

    protected Notice() {}

    Notice(UUID committeeId, String text, @Nullable String link, UUID subjectId, Instant at) {
        this.committeeId = committeeId;
        this.text = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        this.link = link;
        this.subjectId = subjectId;
        this.at = at;
    }

    @Override
    public UUID committeeId() {
        return committeeId;
    }
}
