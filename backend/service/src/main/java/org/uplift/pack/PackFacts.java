package org.uplift.pack;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.uplift.access.CommitteeSql;
import org.uplift.access.Permission;
import org.uplift.access.ScopedSql;
import org.uplift.checkpoint.Judgement;
import org.uplift.committee.ChallengeStatus;
import org.uplift.pack.PackContent.ActionPart;
import org.uplift.pack.PackContent.ChallengePart;
import org.uplift.pack.PackContent.ItemPart;
import org.uplift.pack.PackContent.JudgedPart;
import org.uplift.school.AcademicYear;

/** What a pack tells that nothing has to be computed for; each of these is one statement. */
@ApplicationScoped
class PackFacts {
    private static final LocalDate BEFORE_ALL = LocalDate.of(2000, 1, 1);

    private static final String SCHOOLS = """
            select s.urn, s.name, s.phase, s.number_on_roll from school s
            where s.status = 'IN_TRUST' and {scope:s.urn} order by lower(s.name), s.urn
            """;

    private static final String PLANNED =
            "select c.school_urn from cycle c where c.academic_year = :year and {scope:c.school_urn}";

    private static final String PRIORITIES = """
            select p.id, p.cycle_id, p.school_urn, p.title, coalesce(l.name, p.lead_role) as lead,
                j.dated, j.label, j.judgement, d.done, d.open, d.late
            from cycle c
                join priority p on p.cycle_id = c.id and p.ended_on is null
                left join person l on l.id = p.lead_id
                left join lateral (
                    select k.dated, y.label, f.judgement
                    from focus f
                        join checkpoint k on k.id = f.checkpoint_id and k.status = 'SIGNED_OFF'
                        join checkpoint_type y on y.code = k.type_code
                    where f.priority_id = p.id and f.judgement is not null
                    order by k.dated desc, k.id desc limit 1) j on true
                cross join lateral (
                    select count(*) filter (where a.status = 'DONE') as done,
                        count(*) filter (where a.status <> 'DONE' and (a.due_on is null or a.due_on >= :today)) as open,
                        count(*) filter (where a.status <> 'DONE' and a.due_on < :today) as late
                    from action a where a.priority_id = p.id and a.ended_on is null) d
            where c.academic_year = :year and {scope:c.school_urn}
            order by c.school_urn nulls first, p.position, p.id
            """;

    private static final String CHALLENGES = """
            select c.id, c.question, c.asked_by_name, c.asked_name, s.name as school_name, c.raised_on, c.due_on, c.status,
                (select e.text from challenge_entry e where e.challenge_id = c.id and e.kind = 'ANSWER'
                    order by e.id desc limit 1) as answer
            from challenge_today c left join school s on s.urn = c.school_urn
            where {committee:c.committee_id} and c.committee_id = :id
                and (c.status in ('OPEN', 'OVERDUE', 'ANSWERED') or c.last_at >= :since)
            order by array_position(array['OVERDUE', 'OPEN', 'ANSWERED'], c.status) nulls last, c.due_on, c.id limit 500
            """;

    private static final String ACTIONS = """
            select a.id, a.meeting_id, a.what, a.who_name, a.due_on
            from meeting_action a join meeting m on m.id = a.meeting_id
            where {committee:a.committee_id} and a.committee_id = :id and a.done_on is null and m.id <> :meeting
            order by a.due_on nulls last, a.id limit 500
            """;

    private static final String AGENDA = """
            select i.position, case when i.confidential then 'Confidential item' else i.title end as title,
                case when not i.confidential then i.link end as link
            from agenda_item i
            where {committee:i.committee_id} and i.meeting_id = :meeting order by i.position, i.id limit 500
            """;

    /** A school of the committee. */
    record SchoolFact(
            int urn, String name, String phase, @Nullable Integer numberOnRoll) {}

    /** A priority of a plan; of the trust's where there is no school. */
    record PriorityFact(
            UUID id,
            UUID cycleId,
            @Nullable Integer schoolUrn,
            String title,
            @Nullable String lead,
            @Nullable JudgedPart judged,
            int actionsDone,
            int actionsOpen,
            int actionsLate) {}

    @Inject
    ScopedSql schools;

    @Inject
    CommitteeSql committees;

    List<SchoolFact> schools() {
        return schools.rows(Permission.READ_SCHOOLS, SCHOOLS, Map.of()).stream()
                .map(row -> new SchoolFact(
                        row.get("urn", Integer.class),
                        row.get("name", String.class),
                        row.get("phase", String.class),
                        row.get("number_on_roll", Integer.class)))
                .toList();
    }

    /** The schools that have a plan for the year. */
    Set<Integer> planned(AcademicYear year) {
        return schools.rows(Permission.READ_CYCLES, PLANNED, Map.of("year", year.start())).stream()
                .map(row -> row.get(0, Integer.class))
                .collect(Collectors.toSet());
    }

    List<PriorityFact> priorities(AcademicYear year, LocalDate today) {
        return schools.rows(Permission.READ_CYCLES, PRIORITIES, Map.of("year", year.start(), "today", today)).stream()
                .map(row -> new PriorityFact(
                        row.get("id", UUID.class),
                        row.get("cycle_id", UUID.class),
                        row.get("school_urn", Integer.class),
                        row.get("title", String.class),
                        row.get("lead", String.class),
                        judged(row),
                        row.get("done", Number.class).intValue(),
                        row.get("open", Number.class).intValue(),
                        row.get("late", Number.class).intValue()))
                .toList();
    }

    private static @Nullable JudgedPart judged(Tuple row) {
        String judgement = row.get("judgement", String.class);
        return judgement == null
                ? null
                : new JudgedPart(
                        row.get("dated", LocalDate.class),
                        row.get("label", String.class),
                        Judgement.valueOf(judgement));
    }

    List<ChallengePart> challenges(Occasion meeting) {
        LocalDate since = meeting.lastHeld() == null ? BEFORE_ALL : meeting.lastHeld();
        return committees
                .rows(
                        Permission.READ_MEETINGS,
                        CHALLENGES,
                        Map.of(
                                "id",
                                meeting.committeeId(),
                                "since",
                                since.atStartOfDay().toInstant(ZoneOffset.UTC)))
                .stream()
                .map(row -> new ChallengePart(
                        row.get("id", UUID.class),
                        row.get("question", String.class),
                        row.get("asked_by_name", String.class),
                        row.get("asked_name", String.class),
                        row.get("school_name", String.class),
                        row.get("raised_on", LocalDate.class),
                        row.get("due_on", LocalDate.class),
                        ChallengeStatus.valueOf(row.get("status", String.class)),
                        row.get("answer", String.class)))
                .toList();
    }

    List<ActionPart> actions(Occasion meeting, LocalDate today) {
        return committees
                .rows(Permission.READ_MEETINGS, ACTIONS, Map.of("id", meeting.committeeId(), "meeting", meeting.id()))
                .stream()
                .map(row -> {
                    LocalDate due = row.get("due_on", LocalDate.class);
                    return new ActionPart(
                            row.get("id", UUID.class),
                            row.get("meeting_id", UUID.class),
                            row.get("what", String.class),
                            row.get("who_name", String.class),
                            due,
                            due != null && due.isBefore(today));
                })
                .toList();
    }

    List<ItemPart> agenda(Occasion meeting) {
        return committees.rows(Permission.READ_MEETINGS, AGENDA, Map.of("meeting", meeting.id())).stream()
                .map(row -> new ItemPart(
                        row.get("position", Integer.class),
                        row.get("title", String.class),
                        row.get("link", String.class)))
                .toList();
    }
}
