package org.uplift.concern;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;
import org.uplift.access.SchoolOwned;
import org.uplift.platform.Problem;
import org.uplift.platform.Words;
import org.uplift.sealing.Seal;

/** A line of the chronology. Nobody changes it; another line puts it right. */
@Entity
@Immutable
class ConcernEntry implements SchoolOwned {
    @Id
    private UUID id;

    private UUID concernId;
    private Integer schoolUrn;

    @Enumerated(EnumType.STRING)
    private EntryKind kind;

    private @Nullable UUID corrects;
    private @Nullable UUID moderationId;
    private LocalDate happenedOn;
    private @Nullable String fromCode;
    private @Nullable String toCode;
    private byte @Nullable [] text;
    private UUID personId;
    private String author;
    private Instant at;

    protected ConcernEntry() {}

    ConcernEntry(Concern concern, Told told, Seal seal, Concern.Act act) {
        id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        concernId = concern.id();
        schoolUrn = concern.schoolUrn();
        kind = told.kind();
        corrects = told.corrects();
        moderationId = told.moderation();
        happenedOn = told.happenedOn() == null ? act.today() : told.happenedOn();
        if (happenedOn.isAfter(act.today())) {
            throw Problem.invalid(
                    "/happenedOn",
                    "in-future",
                    "What is written down has happened; " + Words.day(happenedOn) + " is to come.");
        }
        fromCode = told.from();
        toCode = told.to();
        text = told.text() == null ? null : seal.close(told.text().strip(), place());
        personId = act.personId();
        author = act.name();
        at = act.at();
    }

    /** What a line tells. */
    record Told(
            EntryKind kind,
            @Nullable String from,
            @Nullable String to,
            @Nullable String text,
            @Nullable LocalDate happenedOn,
            @Nullable UUID corrects,
            @Nullable UUID moderation) {

        static Told change(EntryKind kind, @Nullable String from, @Nullable String to, @Nullable String why) {
            return new Told(kind, from, to, why, null, null, null);
        }

        static Told note(NewEntry wanted) {
            return new Told(EntryKind.NOTE, null, null, wanted.text(), wanted.happenedOn(), wanted.corrects(), null);
        }

        static Told need(UUID moderation, @Nullable String from, String to, String why) {
            return new Told(EntryKind.NEED, from, to, why, null, null, moderation);
        }
    }

    EntryLine line(Seal seal) {
        return new EntryLine(
                id,
                kind,
                happenedOn,
                fromCode,
                toCode,
                text == null ? null : seal.open(text, place()),
                corrects,
                author,
                at);
    }

    private String place() {
        return Concern.place(concernId) + "/entry/" + id;
    }

    /** Of a change of severity: what it was. */
    Severity severityBefore() {
        return Severity.fromString(Objects.requireNonNull(fromCode));
    }

    UUID id() {
        return id;
    }

    @Override
    public Integer schoolUrn() {
        return schoolUrn;
    }
}
