package org.uplift.outcome;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.uplift.access.Caller;
import org.uplift.access.Permission;
import org.uplift.access.Scope;
import org.uplift.access.ScopedSql;
import org.uplift.outcome.HeadlineMeasures.SchoolYear;

/** Finds out what the caller may see; one statement, and none where the caller may see the pupils. */
@ApplicationScoped
class Sights {
    /** What is hidden together: what is computed from the same rows; what is pushed stands for itself. */
    private static final String FAMILY = "case o.source when 'pushed' then o.measure_code || ' ' || o.assessment_point"
            + " else coalesce(m.fed_by, o.measure_code) end";

    private static final String CELLS = file("cells.sql");

    @Inject
    ScopedSql sql;

    @Inject
    Caller caller;

    @Inject
    PupilGroups groups;

    Sight of(Collection<SchoolYear> schools) {
        Scope rows = caller.scope(Permission.READ_PUPIL_ROWS);
        List<SchoolYear> unknown = schools.stream()
                .filter(school -> !rows.covers(school.schoolUrn()))
                .distinct()
                .toList();
        if (unknown.isEmpty()) {
            return new Sight(new Suppression(List.of()), rows, List.of());
        }
        return new Sight(
                groups.suppression(),
                rows,
                sql.rows(
                        Permission.READ_OUTCOMES,
                        CELLS,
                        Map.of(
                                "urns",
                                unknown.stream().map(SchoolYear::schoolUrn).toArray(Integer[]::new),
                                "years",
                                unknown.stream().map(SchoolYear::academicYear).toArray(Integer[]::new))));
    }

    /** A statement about outcomes as o, and their measures as m. */
    static String file(String name) {
        return HeadlineMeasures.file(name).replace("{family}", FAMILY);
    }
}
