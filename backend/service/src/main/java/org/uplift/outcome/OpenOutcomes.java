package org.uplift.outcome;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.uplift.access.Scope;
import org.uplift.school.AcademicYear;

/**
 * The outcomes of the schools that the running transaction reaches, as everybody may see them who may see the schools: for what is
 * computed once and is the same for all its readers. Nothing hidden can be worked out from it, because nothing hidden goes in.
 */
@ApplicationScoped
public class OpenOutcomes {
    private static final String OUTCOMES = HeadlineMeasures.file("open-outcomes.sql");
    private static final String CELLS = Sights.file("cells.sql").replaceAll("\\{scope:[a-z_.]+}", "true");

    @Inject
    EntityManager entities;

    @Inject
    PupilGroups groups;

    /**
     * The values of some measures in the schools of the trust, newest year first and of each year the latest point first; of whole
     * schools, or of the only year group that is measured. Two statements, however many schools there are.
     *
     * @param until only what was so on this day or before
     */
    @SuppressWarnings("unchecked")
    public List<OpenOutcome> of(
            Collection<String> measures,
            Collection<String> pupilGroups,
            AcademicYear from,
            AcademicYear to,
            LocalDate until) {
        List<Tuple> rows = entities.createNativeQuery(OUTCOMES, Tuple.class)
                .setParameter("measures", measures.toArray(String[]::new))
                .setParameter("groups", pupilGroups.toArray(String[]::new))
                .setParameter("first", from.start())
                .setParameter("last", to.start())
                .setParameter("until", until)
                .getResultList();
        Sight sight = sight(rows);
        return rows.stream()
                .map(row -> new OpenOutcome(
                        row.get("school_urn", Integer.class),
                        row.get("measure_code", String.class),
                        new AcademicYear(row.get("academic_year", Number.class).intValue()),
                        row.get("assessment_point", String.class),
                        row.get("pupil_group", String.class),
                        sight.hides(row) ? null : row.get("value", BigDecimal.class),
                        row.get("england", BigDecimal.class)))
                .toList();
    }

    /** What a reader sees who may not see pupils anywhere. What is published has been suppressed by its publisher. */
    @SuppressWarnings("unchecked")
    private Sight sight(List<Tuple> rows) {
        List<HeadlineMeasures.SchoolYear> own = rows.stream()
                .filter(row -> !row.get("source", String.class).equals("published"))
                .map(Sight::schoolYear)
                .distinct()
                .toList();
        List<Tuple> cells = own.isEmpty()
                ? List.of()
                : entities.createNativeQuery(CELLS, Tuple.class)
                        .setParameter(
                                "urns",
                                own.stream()
                                        .map(HeadlineMeasures.SchoolYear::schoolUrn)
                                        .toArray(Integer[]::new))
                        .setParameter(
                                "years",
                                own.stream()
                                        .map(HeadlineMeasures.SchoolYear::academicYear)
                                        .toArray(Integer[]::new))
                        .getResultList();
        return new Sight(groups.suppression(), Scope.NOTHING, cells);
    }
}
