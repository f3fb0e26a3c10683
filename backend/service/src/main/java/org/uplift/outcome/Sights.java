package org.uplift.outcome;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
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
    private static final String FAMILY = "outcome_family(o.source, o.measure_code, o.assessment_point, m.fed_by)";

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
        return new Sight(groups.suppression(), rows, cells(caller.scope(Permission.READ_OUTCOMES), unknown));
    }

    /** What is hidden of some schools and years from whoever does not see their pupils. */
    Sight ofOutsiders(Scope scope, Collection<SchoolYear> schools) {
        return new Sight(groups.suppression(), Scope.NOTHING, cells(scope, schools));
    }

    private List<Tuple> cells(Scope scope, Collection<SchoolYear> schools) {
        return sql.rows(
                scope,
                CELLS,
                Map.of(
                        "urns",
                        schools.stream().map(SchoolYear::schoolUrn).toArray(Integer[]::new),
                        "years",
                        schools.stream().map(SchoolYear::academicYear).toArray(Integer[]::new)));
    }

    /** A statement about outcomes as o, and their measures as m. */
    static String file(String name) {
        return HeadlineMeasures.file(name).replace("{family}", FAMILY);
    }
}
