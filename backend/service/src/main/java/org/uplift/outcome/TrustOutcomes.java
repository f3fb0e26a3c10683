package org.uplift.outcome;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Caller;
import org.uplift.access.Permission;
import org.uplift.access.ScopedSql;
import org.uplift.outcome.Suppression.Cell;
import org.uplift.school.AcademicYear;

/**
 * Sums over schools that the caller may not reach one by one: the trust, and similar schools. What is given of the trust is
 * hidden wherever a school could be worked out from it and from what the caller sees.
 */
@ApplicationScoped
class TrustOutcomes {
    private static final int FEWEST_SCHOOLS = 3;

    private static final Comparator<TrustValue> NEWEST_FIRST = Comparator.comparing(TrustValue::academicYear)
            .reversed()
            .thenComparing(Comparator.comparing(TrustValue::date).reversed())
            .thenComparing(TrustValue::assessmentPoint)
            .thenComparing(TrustValue::source)
            .thenComparing(TrustValue::cohort)
            .thenComparing(TrustValue::pupilGroup);

    private static final String OF_A_TERM = "_TERM";

    /** Values that are hidden together: a term follows from what is up to its end and up to its start. */
    private record Year(int academicYear, String source) {
        static Year of(Tuple row) {
            return new Year(row.get("academic_year", Number.class).intValue(), row.get("source", String.class));
        }
    }

    /** Values that add up to those of the trust. */
    private record Sheet(Year year, String measureCode, String assessmentPoint) {
        static Sheet of(Tuple row) {
            return new Sheet(
                    Year.of(row), row.get("measure_code", String.class), row.get("assessment_point", String.class));
        }
    }

    @Inject
    EntityManager entities;

    @Inject
    ScopedSql sql;

    @Inject
    Caller caller;

    @Inject
    Sights sights;

    @Inject
    TrustSuppression suppression;

    /** The values of a measure over the trust, as the caller may see them, newest first. */
    @SuppressWarnings("unchecked")
    List<TrustValue> of(Measure measure, Integer[] years) {
        List<Tuple> rows = entities.createNativeQuery(
                        "select * from trust_outcomes(:measure, cast(:years as smallint[]))", Tuple.class)
                .setParameter("measure", measure.code())
                .setParameter("years", years)
                .getResultList();
        Map<Year, Set<Cell>> hidden = rows.isEmpty() ? Map.of() : hidden(measure, years);
        return rows.stream()
                .map(row -> value(
                        row,
                        measure,
                        hidden.getOrDefault(Year.of(row), Set.of()).contains(Sight.cell(row))))
                .sorted(NEWEST_FIRST)
                .toList();
    }

    /** What is published of the similar schools of a school: mean over pupils. */
    @SuppressWarnings("unchecked")
    Map<Elsewhere.Key, BigDecimal> ofSimilarSchools(int urn, String measureCode, Integer[] years) {
        List<Tuple> rows = entities.createNativeQuery(
                        "select * from similar_outcomes(:urn, :measure, cast(:years as smallint[]))", Tuple.class)
                .setParameter("urn", urn)
                .setParameter("measure", measureCode)
                .setParameter("years", years)
                .getResultList();
        return rows.stream()
                .collect(Collectors.toMap(row -> Elsewhere.Key.of(row, ""), row -> row.get("value", BigDecimal.class)));
    }

    /** The schools most like one, nearest first. */
    @SuppressWarnings("unchecked")
    List<Tuple> similar(int urn, AcademicYear year, int most) {
        return entities.createNativeQuery("select * from similar_schools(:urn, :year, :most)", Tuple.class)
                .setParameter("urn", urn)
                .setParameter("year", year.start())
                .setParameter("most", most)
                .getResultList();
    }

    @SuppressWarnings("unchecked")
    private Map<Year, Set<Cell>> hidden(Measure measure, Integer[] years) {
        if (caller.scope(Permission.READ_PUPIL_ROWS).trust()) {
            return Map.of();
        }
        boolean wholeTrust = caller.scope(Permission.READ_OUTCOMES).trust();
        String upToTheTerm = measure.code().replaceFirst(OF_A_TERM + "$", "");
        String[] codes = {upToTheTerm, upToTheTerm + OF_A_TERM};
        List<Tuple> rows = entities.createNativeQuery(
                        "select m.code as measure_code, t.* from measure m"
                                + " cross join lateral trust_outcomes(m.code, cast(:years as smallint[])) t where m.code = any(cast(:codes as text[]))",
                        Tuple.class)
                .setParameter("codes", codes)
                .setParameter("years", years)
                .getResultList();
        List<Tuple> seen = sql.rows(
                Permission.READ_OUTCOMES,
                "select o.school_urn, o.measure_code, m.fed_by, o.academic_year, o.assessment_point, o.cohort, o.pupil_group, o.source,"
                        + " coalesce(least(o.cohort_size, o.counted), 1) as size"
                        + " from measure m join outcome o on o.measure_code = m.code join school s on s.urn = o.school_urn"
                        + " where m.code = any(cast(:codes as text[])) and o.academic_year = any(cast(:years as smallint[]))"
                        + " and s.status = 'IN_TRUST' and o.value is not null and o.cohort_size > 0 and {scope:o.school_urn}",
                Map.of("codes", codes, "years", years));
        Sight sight = sights.of(seen.stream().map(Sight::schoolYear).toList());
        Map<Sheet, List<Tuple>> seenBySheet = seen.stream().collect(Collectors.groupingBy(Sheet::of));
        Map<Year, Set<Cell>> hidden = new HashMap<>();
        rows.stream().collect(Collectors.groupingBy(Sheet::of)).forEach((sheet, ofTrust) -> {
            Set<Cell> already = new HashSet<>();
            if (!wholeTrust) {
                ofTrust.stream().filter(row -> !isShared(row)).map(Sight::cell).forEach(already::add);
            }
            hidden.computeIfAbsent(sheet.year(), any -> new HashSet<>())
                    .addAll(
                            sheet.year().source().equals("published")
                                    ? already
                                    : hidden(sight, ofTrust, seenBySheet.getOrDefault(sheet, List.of()), already));
        });
        return hidden;
    }

    private Set<Cell> hidden(Sight sight, List<Tuple> ofTrust, List<Tuple> seen, Set<Cell> already) {
        Map<Integer, Map<Cell, Integer>> schools = new HashMap<>();
        Map<Integer, Set<Cell>> hidden = new HashMap<>();
        Map<Cell, Integer> others = new HashMap<>();
        ofTrust.forEach(row -> others.put(Sight.cell(row), size(row)));
        for (Tuple row : seen) {
            int urn = row.get("school_urn", Integer.class);
            int size = row.get("size", Integer.class);
            schools.computeIfAbsent(urn, any -> new HashMap<>()).put(Sight.cell(row), size);
            others.merge(Sight.cell(row), -size, Integer::sum);
            if (sight.hides(row)) {
                hidden.computeIfAbsent(urn, any -> new HashSet<>()).add(Sight.cell(row));
            }
        }
        return suppression.hidden(new TrustSuppression.Pupils(schools, hidden, others, already));
    }

    /** Whether it says something of the trust rather than of one school. */
    private static boolean isShared(Tuple row) {
        return row.get("schools", Long.class) >= FEWEST_SCHOOLS
                && 2 * Objects.requireNonNullElse(row.get("largest", Integer.class), 0) <= size(row);
    }

    private static int size(Tuple row) {
        Long size = row.get("size", Long.class);
        return size == null ? 0 : size.intValue();
    }

    private static TrustValue value(Tuple row, Measure measure, boolean hidden) {
        @Nullable BigDecimal value = hidden ? null : row.get("value", BigDecimal.class);
        @Nullable String symbol = hidden ? "c" : value == null ? "x" : null;
        return new TrustValue(
                new AcademicYear(row.get("academic_year", Number.class).intValue()),
                row.get("assessment_point", String.class),
                row.get("cohort", String.class),
                row.get("pupil_group", String.class),
                value,
                symbol,
                value == null ? Objects.requireNonNull(symbol) : measure.show(value),
                hidden ? null : row.get("numerator", Long.class),
                hidden ? null : row.get("denominator", Long.class),
                hidden ? null : row.get("pupils", Long.class),
                hidden ? null : row.get("coverage", BigDecimal.class),
                hidden ? null : row.get("schools", Long.class),
                row.get("result_status", String.class),
                row.get("source", String.class),
                row.get("dated", LocalDate.class));
    }
}
