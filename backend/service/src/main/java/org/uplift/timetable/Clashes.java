package org.uplift.timetable;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Caller;
import org.uplift.access.Permission;
import org.uplift.access.ScopedSql;
import org.uplift.school.AcademicYear;

/** Where planned activities that are still to come stand in each other's way, for those who may record checkpoints there. */
@ApplicationScoped
class Clashes {
    static final int MOST = 500;

    private static final String FOUND = """
            with upcoming as materialized (
                select o.* from occurrence o
                where ({scope:o.school_urn} or o.school_urn is null) and {which} and o.day >= :today and o.cancelled is null
                    and o.held_on is null
            ), found as (
                select b.occurrence_id, 'PERSON' as kind, b.name, b.other_id
                from double_bookings(array(select u.id from upcoming u)) b
                union all
                select u.id, 'SCHOOL', null, x.id
                from upcoming u
                join activity_type t on t.code = u.type_code and t.attended
                join occurrence x on x.day = u.day and x.id <> u.id and x.cancelled is null and x.held_on is null
                    and x.school_urn = u.school_urn
                join activity_type y on y.code = x.type_code and y.attended
                where occupied(u.day, u.starts_at, u.minutes) && occupied(x.day, x.starts_at, x.minutes)
                union all
                select u.id, 'CLOSED', null, null from upcoming u where not is_school_day(u.school_urn, u.day)
            )
            select f.occurrence_id, f.kind, f.name, u.day, x.id as other_id, t.label, s.name as school_name
            from found f
            join upcoming u on u.id = f.occurrence_id
            left join occurrence x on x.id = f.other_id
            left join activity_type t on t.code = x.type_code
            left join school s on s.urn = x.school_urn
            order by u.day, f.occurrence_id, f.kind, f.name, x.id limit :most
            """;

    @Inject
    ScopedSql sql;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    /** Those of one activity. */
    List<Clash> of(UUID id) {
        return found("o.id = :id", Map.of("id", id));
    }

    /** Those of a year, of one school with the trust's or of everybody, the earliest first. */
    List<Clash> of(AcademicYear year, @Nullable Integer schoolUrn) {
        return schoolUrn == null
                ? found("o.academic_year = :year", Map.of("year", year.start()))
                : found(
                        "o.academic_year = :year and (o.school_urn = :urn or o.school_urn is null)",
                        Map.of("year", year.start(), "urn", schoolUrn));
    }

    private List<Clash> found(String which, Map<String, Object> parameters) {
        if (caller.scope(Permission.RECORD_CHECKPOINTS).isEmpty()) {
            return List.of();
        }
        Map<String, Object> all = new HashMap<>(parameters);
        all.put("today", LocalDate.now(clock));
        all.put("most", MOST);
        return sql.rows(Permission.RECORD_CHECKPOINTS, FOUND.replace("{which}", which), all).stream()
                .map(Clashes::clash)
                .toList();
    }

    private static Clash clash(Tuple row) {
        Clash.Kind kind = Clash.Kind.valueOf(row.get("kind", String.class));
        UUID other = row.get("other_id", UUID.class);
        String school = row.get("school_name", String.class);
        String elsewhere = other == null
                ? "has something else to do"
                : "is at " + row.get("label", String.class) + (school == null ? " of the trust" : " in " + school)
                        + " too";
        return new Clash(
                row.get("occurrence_id", UUID.class),
                kind,
                switch (kind) {
                    case PERSON -> row.get("name", String.class) + " " + elsewhere + ".";
                    case SCHOOL -> row.get("label", String.class) + " takes place in the school at that time too.";
                    case CLOSED -> "It is no school day.";
                },
                other);
    }
}
