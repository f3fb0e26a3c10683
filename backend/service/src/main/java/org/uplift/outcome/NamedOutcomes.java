package org.uplift.outcome;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.uplift.access.Caller;
import org.uplift.access.Permission;
import org.uplift.access.Scope;
import org.uplift.outcome.Outcomes.SeriesKey;
import org.uplift.school.AcademicYear;

/**
 * The measures that a school names as evidence of good practice, as their reader may see them. Who may see the outcomes of the
 * school sees these as anywhere else. Others are shown whole cohorts alone, because the school chose to tell: what suppression
 * would show to who sees the school and none of its pupils, and from which no other school can be worked out.
 */
@ApplicationScoped
public class NamedOutcomes {
    private static final int SHARED_BY = 3;

    @Inject
    EntityManager entities;

    @Inject
    Outcomes outcomes;

    @Inject
    PupilGroups groups;

    @Inject
    Caller caller;

    /** Whether the caller sees the outcomes of a school anyway. */
    public boolean isSeen(int schoolUrn) {
        return caller.scope(Permission.READ_OUTCOMES).covers(schoolUrn);
    }

    /** The newest value of each year, by what it is of; in two statements or three, however many measures there are. */
    public Map<SeriesKey, List<Actual>> of(
            UUID practice, int schoolUrn, Collection<SeriesKey> named, AcademicYear since) {
        return isSeen(schoolUrn) ? inFull(named, since) : elsewhere(practice, since);
    }

    private Map<SeriesKey, List<Actual>> inFull(Collection<SeriesKey> named, AcademicYear since) {
        Map<SeriesKey, List<Actual>> newest = new HashMap<>();
        outcomes.series(named).forEach((key, values) -> {
            Map<AcademicYear, Actual> byYear = new HashMap<>();
            values.stream()
                    .filter(value -> value.academicYear().start() >= since.start())
                    .forEach(value -> byYear.merge(
                            value.academicYear(),
                            value,
                            (one, other) -> other.date().isBefore(one.date()) ? one : other));
            newest.put(key, List.copyOf(byYear.values()));
        });
        return newest;
    }

    @SuppressWarnings("unchecked")
    private Map<SeriesKey, List<Actual>> elsewhere(UUID practice, AcademicYear since) {
        List<Tuple> rows = entities.createNativeQuery(
                        "select * from practice_outcomes(:practice, cast(:since as smallint), :seen)", Tuple.class)
                .setParameter("practice", practice)
                .setParameter("since", since.start())
                .setParameter(
                        "seen", caller.scope(Permission.READ_OUTCOMES).schools().toArray(Integer[]::new))
                .getResultList();
        Sight sight = rows.isEmpty() ? null : sight(practice, rows);
        Map<SeriesKey, List<Actual>> values = new HashMap<>();
        for (Tuple row : rows) {
            SeriesKey key = new SeriesKey(
                    row.get("school_urn", Integer.class),
                    row.get("measure_code", String.class),
                    row.get("cohort", String.class),
                    row.get("pupil_group", String.class));
            boolean hidden = sight == null || sight.hides(row) || !isShared(row);
            values.computeIfAbsent(key, any -> new ArrayList<>()).add(actual(row, hidden));
        }
        return values;
    }

    /** What somebody sees who may see the school and no pupil of it. */
    @SuppressWarnings("unchecked")
    private Sight sight(UUID practice, List<Tuple> rows) {
        Integer[] years = rows.stream()
                .map(row -> row.get("academic_year", Number.class).intValue())
                .distinct()
                .toArray(Integer[]::new);
        List<Tuple> cells = entities.createNativeQuery("select * from practice_cells(:practice, :years)", Tuple.class)
                .setParameter("practice", practice)
                .setParameter("years", years)
                .getResultList();
        return new Sight(groups.suppression(), Scope.NOTHING, cells);
    }

    /**
     * Whether the trust's value, less what the reader sees or is told, is still of several schools, none of them most of it, or of
     * none. What is published of a school is no part of the trust's.
     */
    private static boolean isShared(Tuple row) {
        long others = row.get("others", Long.class);
        return "published".equals(row.get("source", String.class))
                || others == 0
                || row.get("schools", Long.class) >= SHARED_BY
                        && others >= 2
                        && row.get("others_pupils", Long.class) > Suppression.THRESHOLD
                        && 2L * row.get("others_largest", Integer.class) <= row.get("pupils", Long.class);
    }

    private static Actual actual(Tuple row, boolean hidden) {
        return new Actual(
                row.get("dated", LocalDate.class),
                hidden ? null : row.get("value", BigDecimal.class),
                hidden ? "c" : row.get("symbol", String.class),
                new AcademicYear(row.get("academic_year", Number.class).intValue()),
                row.get("assessment_point", String.class),
                row.get("result_status", String.class),
                hidden ? null : row.get("cohort_size", Integer.class),
                false,
                hidden);
    }
}
