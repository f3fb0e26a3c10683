package org.uplift.activity;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One line of the record. It is never changed and never removed. */
@Entity
@Immutable
class Activity {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    private Instant at;
    private UUID personId;
    private String actor;

    @Enumerated(EnumType.STRING)
    private Subject subject;

    private String subjectId;
    private @Nullable Integer schoolUrn;
    private @Nullable UUID committeeId;
    private String summary;
    private @Nullable String reason;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Change> changes;

    protected Activity() {}

    Activity(
            Instant at,
            UUID personId,
            String actor,
            Subject subject,
            String subjectId,
            @Nullable Integer schoolUrn,
            @Nullable UUID committeeId,
            String summary,
            @Nullable String reason,
            List<Change> changes) {
        this.at = at;
        this.personId = personId;
        this.actor = actor;
        this.subject = subject;
        this.subjectId = subjectId;
        this.schoolUrn = schoolUrn;
        this.committeeId = committeeId;
        this.summary = summary;
        this.reason = reason;
        this.changes = changes;
    }

    ActivityLine line() {
        return new ActivityLine(id, at, actor, subject, subjectId, schoolUrn, summary, reason, changes);
    }
}
