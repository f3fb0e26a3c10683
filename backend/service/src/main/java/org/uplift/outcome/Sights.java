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
    /** The pupils of a cell, or fewer where a value rests on fewer; a group of unknown size may be a single pupil. */
    private static final String SIZE = "case when o.pupil_group = 'ALL' then least(o.cohort_size, o.counted)"
            + " else coalesce(least(o.cohort_size, o.counted), 1) end";

    /**
     * The smallest size that a cell has in what is computed from the same rows, and in everything that is computed of the
     * school and year. What is pushed stands for itself.
     */
    private static final String CELLS = "select o.school_urn, o.academic_year, f.family, o.cohort, o.pupil_group,"
            + " min(f.size) as size"
            + " from (select distinct urn, year from unnest(cast(:urns as int[]), cast(:years as int[])) t (urn, year)) k"
            + " join outcome o on o.school_urn = k.urn and o.academic_year = k.year"
            + " join measure m on m.code = o.measure_code"
            + " cross join lateral (values"
            + " (case o.source when 'computed' then '' end,"
            + " case when o.pupil_group = 'ALL' then o.cohort_size else coalesce(o.cohort_size, 1) end),"
            + " (case o.source when 'pushed' then o.measure_code || ' ' || o.assessment_point"
            + " else coalesce(m.fed_by, o.measure_code) end, " + SIZE + ")) f (family, size)"
            + " where o.source <> 'published' and f.family is not null and f.size is not null and {scope:o.school_urn}"
            + " group by o.school_urn, o.academic_year, f.family, o.cohort, o.pupil_group";

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
}
