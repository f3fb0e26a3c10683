package org.uplift.committee;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;
import org.uplift.access.CommitteeOwned;
import org.uplift.access.Person;

/** What was said of a challenge, in the order in which it was said; never changed. */
@Entity
@Immutable
class ChallengeEntry implements CommitteeOwned {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    private UUID challengeId;
    private UUID committeeId;

    @Enumerated(EnumType.STRING)
    private ChallengeEntryKind kind;

    private String text;
    private @Nullable LocalDate answerBy;
    private UUID personId;
    private String author;
    private Instant at;

    protected ChallengeEntry() {}

    ChallengeEntry(
            ChallengeSummary challenge,
            ChallengeEntryKind kind,
            String text,
            @Nullable LocalDate answerBy,
            Person by,
            Instant at) {
        challengeId = challenge.id();
        committeeId = challenge.committeeId();
        this.kind = kind;
        this.text = text.strip();
        this.answerBy = answerBy;
        personId = by.id();
        author = by.name();
        this.at = at;
    }

    @Override
    public UUID committeeId() {
        return committeeId;
    }
}
