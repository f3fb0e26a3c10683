package org.uplift.committee;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;
import org.uplift.access.CommitteeOwned;

/** An item of an agenda, and what was said to it. */
@Entity
@DynamicUpdate
class AgendaItem implements CommitteeOwned {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Column(updatable = false)
    private UUID meetingId;

    @Column(updatable = false)
    private UUID committeeId;

    private int position;
    private String title;

    @Enumerated(EnumType.STRING)
    private ItemSource source;

    private @Nullable String link;
    private @Nullable UUID approvalId;
    private boolean confidential;
    private @Nullable String minuted;
    private UUID[] conflicted = {};

    @Version
    private int version;

    protected AgendaItem() {}

    AgendaItem(Meeting meeting, int position, ItemSource source, DueItem due) {
        meetingId = meeting.id();
        committeeId = meeting.committeeId();
        this.position = position;
        this.source = source;
        title = due.title();
        link = due.link();
        approvalId = due.approvalId();
        confidential = due.confidential();
    }

    /** Stands elsewhere on the agenda, or under another title. */
    void place(int at, ItemTerms terms) {
        position = at;
        title = terms.title().strip();
        link = terms.link();
        confidential = terms.confidential();
    }

    void minute(MinutedTerms terms) {
        minuted = terms.minuted();
        conflicted = terms.conflicted().toArray(UUID[]::new);
    }

    MinutedTerms minutedTerms() {
        return new MinutedTerms(minuted, List.of(conflicted));
    }

    AgendaItemLine line() {
        return new AgendaItemLine(
                id, position, title, source, link, approvalId, confidential, minuted, List.of(conflicted), version);
    }

    @Override
    public UUID committeeId() {
        return committeeId;
    }

    UUID id() {
        return id;
    }

    UUID meetingId() {
        return meetingId;
    }

    @Nullable
    String link() {
        return link;
    }

    String title() {
        return title;
    }

    int version() {
        return version;
    }
}
