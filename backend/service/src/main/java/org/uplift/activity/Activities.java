package org.uplift.activity;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Caller;

/** The record of activities. Writing belongs to the transaction of the change; reading to those who may see the thing. */
@ApplicationScoped
public class Activities implements PanacheRepositoryBase<Activity, UUID> {
    @Inject
    Caller caller;

    @Inject
    SubjectScope subjects;

    @Inject
    Clock clock;

    /** Adds a line in the running transaction. */
    public void record(Subject subject, String subjectId, @Nullable Integer schoolUrn, String summary) {
        record(subject, subjectId, schoolUrn, summary, null, List.of());
    }

    /** Adds a line with the reason that was given and the fields that changed. */
    public void record(
            Subject subject,
            String subjectId,
            @Nullable Integer schoolUrn,
            String summary,
            @Nullable String reason,
            List<Change> changes) {
        add(subject, subjectId, schoolUrn, null, summary, reason, changes);
    }

    /** Adds a line about something of a committee. */
    public void record(Subject subject, UUID subjectId, UUID committee, String summary, @Nullable String reason) {
        add(subject, subjectId.toString(), null, committee, summary, reason, List.of());
    }

    private void add(
            Subject subject,
            String subjectId,
            @Nullable Integer schoolUrn,
            @Nullable UUID committee,
            String summary,
            @Nullable String reason,
            List<Change> changes) {
        persist(new Activity(
                clock.instant(),
                caller.personId(),
                caller.name(),
                subject,
                subjectId,
                schoolUrn,
                committee,
                summary,
                reason,
                changes));
    }

    /** The lines that the caller may see, newest first. */
    PanacheQuery<Activity> readable(
            @Nullable Subject subject, @Nullable String subjectId, @Nullable Integer schoolUrn) {
        Map<String, Object> parameters = new HashMap<>();
        List<String> where = new ArrayList<>();
        where.add(subjects.visible(subject == null ? EnumSet.allOf(Subject.class) : EnumSet.of(subject), parameters));
        if (subjectId != null) {
            where.add("subjectId = :subjectId");
            parameters.put("subjectId", subjectId);
        }
        if (schoolUrn != null) {
            where.add("schoolUrn = :schoolUrn");
            parameters.put("schoolUrn", schoolUrn);
        }
        return find(String.join(" and ", where) + " order by id desc", parameters);
    }
}
