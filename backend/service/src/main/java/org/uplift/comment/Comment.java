package org.uplift.comment;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;
import org.uplift.access.SchoolOwned;
import org.uplift.platform.Problem;
import org.uplift.thing.Thing;
import org.uplift.thing.ThingKind;

/** What somebody said about a thing. It is never changed; its author can withdraw it. */
@Entity
@DynamicUpdate
class Comment implements SchoolOwned {
    private static final UUID[] NOBODY = {};

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Enumerated(EnumType.STRING)
    private ThingKind subjectKind;

    private UUID subjectId;
    private UUID cycleId;
    private @Nullable Integer schoolUrn;
    private UUID personId;
    private String author;
    private Instant at;
    private @Nullable String text;
    private UUID[] mentions;
    private @Nullable Instant withdrawnAt;

    @Version
    private int version;

    protected Comment() {}

    Comment(Thing thing, NewComment wanted, UUID personId, String author, Instant at) {
        subjectKind = thing.reference().kind();
        subjectId = thing.reference().id();
        cycleId = Objects.requireNonNull(thing.reference().cycleId(), "It is of no cycle");
        schoolUrn = thing.schoolUrn();
        this.personId = personId;
        this.author = author;
        this.at = at;
        text = wanted.text().strip();
        mentions = wanted.people().toArray(UUID[]::new);
    }

    /** Takes it back: what was said and who was mentioned is gone, that something was said stays. */
    void withdraw(UUID by, Instant now) {
        if (!personId.equals(by)) {
            throw Problem.forbidden(author + " said this, and nobody else can withdraw it.");
        }
        if (withdrawnAt != null) {
            throw Problem.conflict("It is withdrawn already.");
        }
        withdrawnAt = now;
        text = null;
        mentions = NOBODY;
    }

    /**
     * As it reads.
     *
     * @param names what the people are called who are mentioned
     */
    CommentLine line(Map<UUID, String> names, UUID reader) {
        return new CommentLine(
                id,
                subjectKind,
                subjectId,
                author,
                personId.equals(reader),
                at,
                text,
                Arrays.stream(mentions)
                        .flatMap(person -> Stream.ofNullable(names.get(person)))
                        .toList(),
                withdrawnAt);
    }

    List<UUID> mentions() {
        return List.of(mentions);
    }

    @Override
    public @Nullable Integer schoolUrn() {
        return schoolUrn;
    }

    UUID id() {
        return id;
    }

    UUID subjectId() {
        return subjectId;
    }

    ThingKind subjectKind() {
        return subjectKind;
    }

    int version() {
        return version;
    }
}
