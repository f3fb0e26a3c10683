package org.uplift.outcome;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.uplift.access.Permission;
import org.uplift.access.ScopedSql;
import org.uplift.outcome.HeadlineMeasures.SchoolYear;
import org.uplift.outcome.Suppression.Cell;
import org.uplift.platform.PageRequest;
import org.uplift.platform.Paging;
import org.uplift.platform.Problem;
import org.uplift.school.AcademicYear;

/** How the same pupils moved between two points of teacher assessment, as the caller may see it. */
@ApplicationScoped
class Movements {
    private static final String MOVEMENT = HeadlineMeasures.file("movement.sql")
            .replace("{pupil_group}", HeadlineMeasures.file("pupil-group.sql"))
            .replace("{breakdowns}", HeadlineMeasures.file("breakdowns.sql"));
    private static final List<String> POINTS = List.of("autumn", "spring", "summer");

    @Inject
    ScopedSql sql;

    @Inject
    Sights sights;

    MovementPage list(int urn, MovementFilter filter, PageRequest page) {
        AcademicYear fromYear = Objects.requireNonNull(filter.fromYear);
        AcademicYear toYear = Objects.requireNonNull(filter.toYear);
        String fromPoint = Objects.requireNonNull(filter.fromPoint);
        String toPoint = Objects.requireNonNull(filter.toPoint);
        if (3 * fromYear.start() + POINTS.indexOf(fromPoint) >= 3 * toYear.start() + POINTS.indexOf(toPoint)) {
            throw Problem.invalid(
                    "/toPoint",
                    "not-later",
                    toPoint + " " + toYear + " is not after " + fromPoint + " " + fromYear + ".");
        }
        List<Tuple> rows = sql
                .rows(
                        Permission.READ_OUTCOMES,
                        MOVEMENT,
                        Map.of(
                                "urn", urn,
                                "from_year", fromYear.start(),
                                "from_point", fromPoint,
                                "to_year", toYear.start(),
                                "to_point", toPoint))
                .stream()
                .filter(row -> row.get("pupil_group", String.class) != null)
                .toList();
        SchoolYear school = new SchoolYear(urn, toYear.start());
        Map<String, Set<Cell>> hidden = hidden(rows, school);
        List<Movement> all = rows.stream()
                .filter(row -> filter.pupilGroup.equals(row.get("pupil_group", String.class)))
                .map(row -> movement(
                        row,
                        hidden.getOrDefault(row.get("subject", String.class), Set.of())
                                .contains(Sight.cell(row))))
                .sorted(Comparator.comparing(Movement::cohort).thenComparing(Movement::subject))
                .toList();
        return new MovementPage(
                all.stream().skip(page.offset()).limit(page.pageSize).toList(), Paging.of(page, all.size()));
    }

    /** By subject, so that the pupils of one are a table of their own. */
    private Map<String, Set<Cell>> hidden(List<Tuple> rows, SchoolYear school) {
        Sight sight = sights.of(List.of(school));
        Map<String, Map<Cell, Integer>> sizes = new HashMap<>();
        rows.forEach(row -> sizes.computeIfAbsent(row.get("subject", String.class), any -> new HashMap<>())
                .put(Sight.cell(row), count(row, "pupils")));
        return sizes.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, subject -> new HashSet<>(sight.hidden(school, subject.getValue()))));
    }

    private static Movement movement(Tuple row, boolean hidden) {
        return new Movement(
                row.get("cohort", String.class),
                row.get("subject", String.class),
                row.get("pupil_group", String.class),
                hidden ? "c" : null,
                hidden ? null : count(row, "pupils"),
                hidden ? null : count(row, "up"),
                hidden ? null : count(row, "same"),
                hidden ? null : count(row, "down"));
    }

    private static int count(Tuple row, String column) {
        return row.get(column, Long.class).intValue();
    }
}
