package org.uplift.committee;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;
import org.uplift.access.CommitteeOwned;
import org.uplift.access.Person;

/** What a member of a committee has asked a leader. It is never changed; what is said of it is an entry. */
@Entity
@Immutable
class Challenge implements CommitteeOwned {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    private UUID committeeId;
    private @Nullable Integer schoolUrn;
    private @Nullable UUID meetingId;
    private String question;
    private UUID askedBy;
    private String askedByName;
    private UUID askedId;
    private String askedName;
    private LocalDate raisedOn;
    private LocalDate answerBy;

    @Enumerated(EnumType.STRING)
    private @Nullable LinkKind linkKind;

    private @Nullable String linkId;
    private @Nullable String linkTitle;

    protected Challenge() {}

    Challenge(NewChallenge wanted, @Nullable ChallengeLink link, Person by, Person asked, LocalDate today) {
        committeeId = wanted.committeeId();
        schoolUrn = wanted.schoolUrn();
        meetingId = wanted.meetingId();
        question = wanted.question().strip();
        askedBy = by.id();
        askedByName = by.name();
        askedId = asked.id();
        askedName = asked.name();
        raisedOn = today;
        answerBy = wanted.answerBy();
        if (link != null) {
            linkKind = link.kind();
            linkId = link.id();
            linkTitle = link.title();
        }
    }

    @Override
    public UUID committeeId() {
        return committeeId;
    }

    UUID id() {
        return id;
    }
}
