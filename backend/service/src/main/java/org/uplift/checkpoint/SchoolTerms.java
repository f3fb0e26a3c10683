package org.uplift.checkpoint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.uplift.access.Permission;
import org.uplift.access.ScopedSql;
import org.uplift.checkpoint.SchoolTerm.JudgedPriority;
import org.uplift.platform.Problem;
import org.uplift.school.AcademicYear;

/** What the checkpoints of the schools said in the term in which the trust looks at its own cycle. */
@ApplicationScoped
class SchoolTerms {
    private static final String TERMS = """
            select s.urn, s.name, p.id as priority_id, p.cycle_id, p.title, p.contributes_to, j.judgement, j.checkpoint_id,
                j.dated,
                (select count(*) from checkpoint k
                 where k.cycle_id = c.id and k.status = 'SIGNED_OFF' and k.dated between :since and :until) as held
            from school s
            left join cycle c on c.school_urn = s.urn and c.academic_year = :year
            left join priority p on p.cycle_id = c.id and p.ended_on is null and p.contributes_to = any(:aims)
            left join priority o on o.id = p.contributes_to
            left join lateral (
                select f.judgement, k.id as checkpoint_id, k.dated
                from focus f join checkpoint k on k.id = f.checkpoint_id
                where k.cycle_id = c.id and k.status = 'SIGNED_OFF' and k.dated between :since and :until
                    and (f.priority_id = p.id
                        or f.target_id in (select t.id from target t where t.priority_id = p.id)
                        or f.action_id in (select a.id from action a where a.priority_id = p.id))
                order by k.dated desc, k.id desc, f.position limit 1) j on true
            where s.status = 'IN_TRUST' and {scope:s.urn}
            order by lower(s.name), s.urn, o.position, p.position, p.id limit 5000
            """;

    private static final String AIMS = """
            select p.id from priority p
            where p.cycle_id = :cycle and p.ended_on is null and {scope:p.school_urn}
            """;

    @Inject
    ScopedSql sql;

    /** Those for a checkpoint of the trust, by school; 409 for one of a school. */
    List<SchoolTerm> of(Checkpoint checkpoint) {
        if (checkpoint.schoolUrn() != null) {
            throw Problem.conflict("This is a checkpoint of a school; only those of the trust look across schools.");
        }
        LocalDate day = checkpoint.dated();
        Map<Integer, SchoolTerm> schools = new LinkedHashMap<>();
        for (Tuple row : sql.rows(
                Permission.READ_CYCLES,
                TERMS,
                Map.of(
                        "year",
                        checkpoint.cycle().academicYear().start(),
                        "aims",
                        aims(checkpoint),
                        "since",
                        AcademicYear.firstDayOfTerm(day),
                        "until",
                        day))) {
            SchoolTerm term = schools.computeIfAbsent(
                    row.get("urn", Integer.class),
                    urn -> new SchoolTerm(
                            urn,
                            row.get("name", String.class),
                            row.get("held", Number.class).intValue(),
                            new ArrayList<>()));
            if (row.get("priority_id") != null) {
                term.priorities().add(judged(row));
            }
        }
        return List.copyOf(schools.values());
    }

    /** The priorities of the trust that the checkpoint looks at; where it looks at none, all of its cycle. */
    private UUID[] aims(Checkpoint checkpoint) {
        List<UUID> looked = checkpoint.inOrder().entrySet().stream()
                .filter(focus -> focus.getValue().kind() == FocusKind.PRIORITY)
                .map(Map.Entry::getKey)
                .toList();
        return looked.isEmpty()
                ? sql
                        .rows(
                                Permission.READ_CYCLES,
                                AIMS,
                                Map.of("cycle", checkpoint.cycle().id()))
                        .stream()
                        .map(row -> row.get(0, UUID.class))
                        .toArray(UUID[]::new)
                : looked.toArray(UUID[]::new);
    }

    private static JudgedPriority judged(Tuple row) {
        String judgement = row.get("judgement", String.class);
        return new JudgedPriority(
                row.get("priority_id", UUID.class),
                row.get("cycle_id", UUID.class),
                row.get("title", String.class),
                row.get("contributes_to", UUID.class),
                judgement == null ? null : Judgement.valueOf(judgement),
                row.get("checkpoint_id", UUID.class),
                row.get("dated", LocalDate.class));
    }
}
