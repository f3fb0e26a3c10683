package org.uplift.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.uplift.access.Permission;
import org.uplift.access.ScopedSql;
import org.uplift.cycle.Cycle;
import org.uplift.cycle.Priorities;
import org.uplift.cycle.Priority;
import org.uplift.cycle.Stage;
import org.uplift.plan.Coverage.Carrying;
import org.uplift.plan.Coverage.CoveredPriority;
import org.uplift.plan.Coverage.Participation;
import org.uplift.plan.Coverage.SchoolName;
import org.uplift.plan.Coverage.TargetCounts;
import org.uplift.target.TargetSummary;
import org.uplift.target.Targets;

/** Which schools carry what the trust wants. */
@ApplicationScoped
class Coverages {
    private static final int MOST_PRIORITIES = 100;

    private static final String TAKING_PART = """
            select s.urn, s.name, c.id, c.stage
            from school s left join cycle c on c.school_urn = s.urn and c.academic_year = :year
            where s.status = 'IN_TRUST' and {scope:s.urn}
            order by lower(s.name), s.urn limit 2000
            """;

    @Inject
    ScopedSql sql;

    @Inject
    Priorities priorities;

    @Inject
    Targets targets;

    /** The coverage of the trust's cycle of a year. */
    Coverage of(Cycle cycle) {
        List<Participation> schools =
                sql
                        .rows(
                                Permission.READ_CYCLES,
                                TAKING_PART,
                                Map.of("year", cycle.academicYear().start()))
                        .stream()
                        .map(Coverages::participation)
                        .toList();
        List<Priority> contributing = priorities.contributingTo(cycle.id());
        Map<UUID, List<TargetSummary>> aims =
                targets
                        .summaries(targets.ofPriorities(
                                contributing.stream().map(Priority::id).toList()))
                        .stream()
                        .collect(Collectors.groupingBy(TargetSummary::priorityId));
        Map<Integer, String> names = new HashMap<>();
        schools.forEach(school -> names.put(school.schoolUrn(), school.schoolName()));
        Map<UUID, List<Carrying>> carried = contributing.stream()
                .collect(Collectors.groupingBy(
                        priority ->
                                Optional.ofNullable(priority.contributesTo()).orElseThrow(),
                        Collectors.mapping(
                                priority -> carrying(priority, names, aims.getOrDefault(priority.id(), List.of())),
                                Collectors.toList())));
        return new Coverage(
                priorities.of(cycle.id()).page(0, MOST_PRIORITIES).list().stream()
                        .filter(Priority::isOpen)
                        .map(priority -> covered(priority, carried.getOrDefault(priority.id(), List.of()), schools))
                        .toList(),
                schools);
    }

    private static CoveredPriority covered(Priority priority, List<Carrying> by, List<Participation> schools) {
        Set<Integer> carrying = by.stream().map(Carrying::schoolUrn).collect(Collectors.toSet());
        return new CoveredPriority(
                priority.id(),
                priority.title(),
                by,
                schools.stream()
                        .filter(school -> !carrying.contains(school.schoolUrn()))
                        .map(school -> new SchoolName(school.schoolUrn(), school.schoolName()))
                        .toList());
    }

    private static Carrying carrying(Priority priority, Map<Integer, String> names, List<TargetSummary> aims) {
        int urn = Optional.ofNullable(priority.schoolUrn()).orElseThrow();
        return new Carrying(
                urn,
                names.getOrDefault(urn, "School " + urn),
                priority.cycle().id(),
                priority.id(),
                priority.title(),
                TargetCounts.of(aims));
    }

    private static Participation participation(Tuple row) {
        String stage = row.get("stage", String.class);
        return new Participation(
                row.get("urn", Integer.class),
                row.get("name", String.class),
                row.get("id", UUID.class),
                stage == null ? null : Stage.valueOf(stage));
    }
}
