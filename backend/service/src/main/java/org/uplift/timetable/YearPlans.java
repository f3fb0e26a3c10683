package org.uplift.timetable;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Permission;
import org.uplift.access.ScopedSql;
import org.uplift.platform.PageRequest;
import org.uplift.platform.Paging;
import org.uplift.school.AcademicYear;
import org.uplift.term.SchoolDays;

/** A whole year at a time: what is planned, which schools take part, and who is there. */
@ApplicationScoped
public class YearPlans {
    private static final int MOST = 5000;
    private static final int MOST_PEOPLE = 500;

    private static final String PARTICIPATION = """
            with held as (
                select o.id from occurrence o join activity_type t on t.code = o.type_code and t.attended
                where o.academic_year = :year and o.school_urn is null and o.held_on is not null),
            stands as (
                select o.school_urn, {status} as status
                from occurrence o left join checkpoint k on k.occurrence_id = o.id
                where o.academic_year = :year and o.school_urn is not null)
            select s.urn, s.name, c.planned, c.done, c.overdue, c.missed, c.cancelled,
                (select count(*) from held) as trust_held,
                (select count(*) from participation p where p.school_urn = s.urn and p.occurrence_id in (select id from held))
                    as taken_part,
                count(*) over () as total
            from school s
            cross join lateral (
                select count(*) filter (where x.status = 'PLANNED') as planned,
                    count(*) filter (where x.status = 'DONE') as done,
                    count(*) filter (where x.status = 'OVERDUE') as overdue,
                    count(*) filter (where x.status = 'MISSED') as missed,
                    count(*) filter (where x.status = 'CANCELLED') as cancelled
                from stands x where x.school_urn = s.urn) c
            where s.status = 'IN_TRUST' and {scope:s.urn}
            order by lower(s.name), s.urn limit :rows offset :skipped
            """.replace("{status}", Occurrences.STATUS);

    private static final String PEOPLE = """
            select l.id, l.name, count(distinct b.occurrence_id) as occurrences
            from occurrence o
            join lateral (
                select o.id as occurrence_id, o.lead_id as person_id where o.lead_id is not null
                union all
                select a.occurrence_id, a.person_id from occurrence_person a where a.occurrence_id = o.id) b on true
            join person l on l.id = b.person_id
            where o.academic_year = :year and o.cancelled is null and ({scope:o.school_urn} or o.school_urn is null)
            group by l.id, l.name
            order by lower(l.name), l.id limit :most
            """;

    @Inject
    Occurrences occurrences;

    @Inject
    ScopedSql sql;

    @Inject
    SchoolDays schoolDays;

    @Inject
    Clock clock;

    /** What is planned in a year, in one school with what the trust does, or in all that the caller may see. */
    YearPlan of(AcademicYear year, @Nullable Integer schoolUrn) {
        List<OccurrenceSummary> planned = occurrences.of(year, schoolUrn, MOST + 1);
        return new YearPlan(
                year,
                schoolDays.halves(year, schoolUrn),
                planned.subList(0, Math.min(MOST, planned.size())),
                planned.size() <= MOST);
    }

    /** How the schools take part, by name. */
    ParticipationPage participation(AcademicYear year, PageRequest page) {
        List<Tuple> rows = sql.rows(
                Permission.READ_TIMETABLE,
                PARTICIPATION,
                Map.of(
                        "year",
                        year.start(),
                        "today",
                        LocalDate.now(clock),
                        "rows",
                        page.pageSize,
                        "skipped",
                        page.offset()));
        return new ParticipationPage(
                rows.stream().map(YearPlans::line).toList(),
                Paging.of(page, rows.isEmpty() ? 0 : number(rows.getFirst(), "total")));
    }

    /** How the schools take part that the caller may see, by URN. */
    public Map<Integer, ParticipationLine> participations(AcademicYear year) {
        return sql
                .rows(
                        Permission.READ_TIMETABLE,
                        PARTICIPATION,
                        Map.of("year", year.start(), "today", LocalDate.now(clock), "rows", MOST, "skipped", 0))
                .stream()
                .map(YearPlans::line)
                .collect(Collectors.toMap(ParticipationLine::schoolUrn, line -> line));
    }

    private static ParticipationLine line(Tuple row) {
        return new ParticipationLine(
                row.get("urn", Integer.class),
                row.get("name", String.class),
                number(row, "planned"),
                number(row, "done"),
                number(row, "overdue"),
                number(row, "missed"),
                number(row, "cancelled"),
                number(row, "trust_held"),
                number(row, "taken_part"));
    }

    private static int number(Tuple row, String column) {
        return row.get(column, Number.class).intValue();
    }

    /** Who is planned to be there, where the caller may read that. */
    BusyPersonList people(AcademicYear year) {
        return new BusyPersonList(
                sql
                        .rows(Permission.RECORD_CHECKPOINTS, PEOPLE, Map.of("year", year.start(), "most", MOST_PEOPLE))
                        .stream()
                        .map(row -> new BusyPerson(
                                row.get("id", UUID.class), row.get("name", String.class), number(row, "occurrences")))
                        .toList());
    }
}
