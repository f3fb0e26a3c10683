package org.uplift.outcome;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Permission;
import org.uplift.access.ScopedSql;
import org.uplift.platform.PageRequest;
import org.uplift.platform.Paging;
import org.uplift.school.AcademicYear;

/** The outcomes that the caller may see. Who may not see a school's pupils gets small numbers suppressed. */
@ApplicationScoped
public class Outcomes {
    private static final BigDecimal WHOLE_ENOUGH = new BigDecimal("0.95");
    private static final int MOST_VALUES = 200;

    /** Which of several values of one date counts. */
    static final String MOST_SETTLED_FIRST =
            "array_position(array['final', 'revised', 'provisional'], o.result_status),"
                    + " array_position(array['published', 'pushed', 'computed'], o.source)";

    /** The whole cohort and its disadvantaged pupils, newest first; on one day the more settled value counts. */
    private static final String HEADLINES = """
            select distinct on (s.name, o.school_urn, m.position, o.cohort, o.academic_year, o.dated, o.assessment_point, o.pupil_group)
                o.*, m.label as measure_label, m.decimals, m.unit, m.better, m.fed_by, {england}, {local}
            from outcome o
                join school s on s.urn = o.school_urn and s.status = 'IN_TRUST'
                join measure m on m.code = o.measure_code and m.in_packs
            where o.pupil_group in ('ALL', 'DISADVANTAGED') and o.academic_year >= :since
                and (m.key_stage <> 'ALL' or o.cohort = 'ALL') and {scope:o.school_urn}
            order by s.name, o.school_urn, m.position, o.cohort, o.academic_year desc, o.dated desc, o.assessment_point,
                o.pupil_group, o.value is null, {settled}
            """;

    /** What a series is of. */
    public record SeriesKey(int schoolUrn, String measureCode, String cohort, String pupilGroup) {}

    @Inject
    ScopedSql sql;

    @Inject
    Sights sights;

    @Inject
    TrustOutcomes trust;

    @Inject
    Measures measures;

    OutcomePage list(int urn, OutcomeFilter filter, PageRequest page) {
        Map<String, Object> parameters = new HashMap<>(Map.of("urn", urn));
        StringBuilder where = new StringBuilder(" where o.school_urn = :urn and {scope:o.school_urn}");
        narrow(where, parameters, "o.measure_code", "measure", filter.measureCode);
        narrowToStage(where, parameters, filter.keyStage);
        narrow(
                where,
                parameters,
                "o.academic_year",
                "year",
                filter.academicYear == null ? null : filter.academicYear.start());
        narrow(where, parameters, "o.cohort", "cohort", filter.cohort);
        narrow(where, parameters, "o.pupil_group", "pupils", filter.pupilGroup);
        narrow(where, parameters, "o.source", "source", filter.source);
        Tuple found = sql.rows(
                        Permission.READ_OUTCOMES,
                        "select count(*), exists (select from outdated_outcome d where d.school_urn = :urn) from outcome o join measure m"
                                + " on m.code = o.measure_code"
                                + where,
                        parameters)
                .getFirst();
        parameters.put("limit", page.pageSize);
        parameters.put("offset", page.offset());
        List<Tuple> rows = sql.rows(
                Permission.READ_OUTCOMES,
                "select o.*, m.label as measure_label, m.decimals, m.unit, m.fed_by, g.label as group_label,"
                        + benchmark("england") + ", " + benchmark("local-authority")
                        + " from outcome o join measure m on m.code = o.measure_code join pupil_group g on g.code = o.pupil_group"
                        + where + " order by " + filter.sort.order() + " limit :limit offset :offset",
                parameters);
        Sight sight = sights.of(rows.stream().map(Sight::schoolYear).toList());
        Elsewhere elsewhere = filter.measureCode == null || rows.isEmpty()
                ? Elsewhere.NOWHERE
                : elsewhere(urn, filter.measureCode, rows);
        return new OutcomePage(
                rows.stream().map(row -> value(row, sight, elsewhere)).toList(),
                found.get(1, Boolean.class),
                Paging.of(page, found.get(0, Long.class)));
    }

    /** What a measure was in a school for a cohort and a group, and elsewhere, as the caller may see it, newest first. */
    public List<OutcomeValue> newest(SeriesKey key) {
        OutcomeFilter filter = new OutcomeFilter();
        filter.measureCode = key.measureCode();
        filter.cohort = key.cohort();
        filter.pupilGroup = key.pupilGroup();
        PageRequest page = new PageRequest();
        page.pageSize = MOST_VALUES;
        return list(key.schoolUrn(), filter, page).results();
    }

    /** A measure in each school of the trust that the caller may see, and over the trust. */
    TrustOutcomePage everywhere(TrustOutcomeFilter filter, PageRequest page) {
        Measure measure = measures.named("/measureCode", filter.measureCode);
        Map<String, Object> parameters = new HashMap<>(Map.of("measure", measure.code(), "pupils", filter.pupilGroup));
        StringBuilder where = new StringBuilder(" where o.measure_code = :measure and o.pupil_group = :pupils"
                + " and s.status = 'IN_TRUST' and {scope:o.school_urn}");
        if (!filter.academicYears.isEmpty()) {
            where.append(" and o.academic_year = any(cast(:years as smallint[]))");
            parameters.put("years", filter.years());
        }
        narrow(where, parameters, "o.cohort", "cohort", filter.cohort);
        narrow(where, parameters, "o.assessment_point", "point", filter.assessmentPoint);
        narrow(where, parameters, "o.source", "source", filter.source);
        Tuple found = sql.rows(
                        Permission.READ_OUTCOMES,
                        "select count(*), string_agg(distinct cast(o.academic_year as text), ','),"
                                + " coalesce(bool_or(o.school_urn in (select d.school_urn from outdated_outcome d)), false)"
                                + " from outcome o join school s on s.urn = o.school_urn"
                                + where,
                        parameters)
                .getFirst();
        parameters.put("limit", page.pageSize);
        parameters.put("offset", page.offset());
        List<Tuple> rows = sql.rows(
                Permission.READ_OUTCOMES,
                "select o.*, m.label as measure_label, m.decimals, m.unit, m.fed_by, g.label as group_label,"
                        + benchmark("england") + ", " + benchmark("local-authority")
                        + " from outcome o join school s on s.urn = o.school_urn join measure m on m.code = o.measure_code"
                        + " join pupil_group g on g.code = o.pupil_group"
                        + where + " order by " + filter.sort.order() + " limit :limit offset :offset",
                parameters);
        Sight sight = sights.of(rows.stream().map(Sight::schoolYear).toList());
        Integer[] years = filter.academicYears.isEmpty() ? years(found.get(1, String.class)) : filter.years();
        List<TrustValue> values = trust.of(measure, new String[] {filter.pupilGroup}, years);
        Elsewhere elsewhere = new Elsewhere(values, Map.of());
        return new TrustOutcomePage(
                values.stream().filter(filter::wants).toList(),
                rows.stream().map(row -> value(row, sight, elsewhere)).toList(),
                found.get(2, Boolean.class),
                Paging.of(page, found.get(0, Long.class)));
    }

    private static Integer[] years(@Nullable String listed) {
        return listed == null
                ? new Integer[0]
                : Arrays.stream(listed.split(",")).map(Integer::valueOf).toArray(Integer[]::new);
    }

    /** The same measure in the trust and in similar schools: asked for where a list is about one measure. */
    private Elsewhere elsewhere(int urn, String measureCode, List<Tuple> rows) {
        Integer[] years = rows.stream()
                .map(row -> row.get("academic_year", Number.class).intValue())
                .distinct()
                .toArray(Integer[]::new);
        String[] groups = rows.stream()
                .map(row -> row.get("pupil_group", String.class))
                .distinct()
                .toArray(String[]::new);
        return new Elsewhere(
                trust.of(measures.get(measureCode), groups, years), trust.ofSimilarSchools(urn, measureCode, years));
    }

    private static String benchmark(String area) {
        String code = area.equals("england")
                ? "0"
                : "(select sc.local_authority_code from school sc where sc.urn = o.school_urn)";
        return " (select b.value from benchmark b where b.measure_code = o.measure_code and b.academic_year = o.academic_year"
                + " and b.assessment_point = o.assessment_point and b.pupil_group = o.pupil_group and b.area = '" + area
                + "' and b.area_code = " + code + ") as " + area.replace('-', '_');
    }

    static void narrow(
            StringBuilder where, Map<String, Object> parameters, String column, String name, @Nullable Object value) {
        if (value != null) {
            where.append(" and ").append(column).append(" = :").append(name);
            parameters.put(name, value);
        }
    }

    static void narrowToStage(StringBuilder where, Map<String, Object> parameters, @Nullable String keyStage) {
        if (keyStage != null) {
            where.append(" and o.measure_code in (select s.code from measure s where s.key_stage = :stage)");
            parameters.put("stage", keyStage);
        }
    }

    /** The newest values of each measure of a pack, and those of the last summer, in each school of the trust that the caller may see. */
    public Map<Integer, List<HeadlineOutcome>> headlines(AcademicYear since) {
        List<Tuple> rows = sql.rows(
                Permission.READ_OUTCOMES,
                HEADLINES
                        .replace("{settled}", MOST_SETTLED_FIRST)
                        .replace("{england}", benchmark("england"))
                        .replace("{local}", benchmark("local-authority")),
                Map.of("since", since.start()));
        Sight sight = sights.of(rows.stream().map(Sight::schoolYear).toList());
        Map<HeadlineOutcome.Key, List<Tuple>> series = new LinkedHashMap<>();
        rows.forEach(row -> series.computeIfAbsent(HeadlineOutcome.Key.of(row), any -> new ArrayList<>())
                .add(row));
        return series.values().stream()
                .flatMap(some -> HeadlineOutcome.of(some, sight).stream())
                .collect(Collectors.groupingBy(HeadlineOutcome::schoolUrn));
    }

    /** The series of a measure for a school, a cohort and a group, by date, as the caller may see it. */
    public List<Actual> series(int urn, String measureCode, String cohort, String pupilGroup) {
        SeriesKey key = new SeriesKey(urn, measureCode, cohort, pupilGroup);
        return series(List.of(key)).getOrDefault(key, List.of());
    }

    /**
     * Several series in one statement. On one date a value counts before a symbol, the more settled value before the
     * less, and of equally settled ones the published one.
     */
    public Map<SeriesKey, List<Actual>> series(Collection<SeriesKey> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        List<Tuple> rows = sql.rows(
                Permission.READ_OUTCOMES,
                "select distinct on (o.school_urn, o.measure_code, o.cohort, o.pupil_group, o.dated) o.*, m.fed_by"
                        + " from unnest(cast(:urns as int[]), cast(:measures as text[]), cast(:cohorts as text[]),"
                        + " cast(:groups as text[])) k (urn, measure, cohort, pupils)"
                        + " join outcome o on o.school_urn = k.urn and o.measure_code = k.measure and o.cohort = k.cohort"
                        + " and o.pupil_group = k.pupils join measure m on m.code = o.measure_code where {scope:o.school_urn}"
                        + " order by o.school_urn, o.measure_code, o.cohort, o.pupil_group, o.dated, o.value is null, "
                        + MOST_SETTLED_FIRST,
                Map.of(
                        "urns", keys.stream().map(SeriesKey::schoolUrn).toArray(Integer[]::new),
                        "measures", keys.stream().map(SeriesKey::measureCode).toArray(String[]::new),
                        "cohorts", keys.stream().map(SeriesKey::cohort).toArray(String[]::new),
                        "groups", keys.stream().map(SeriesKey::pupilGroup).toArray(String[]::new)));
        Sight sight = sights.of(rows.stream().map(Sight::schoolYear).toList());
        Map<SeriesKey, List<Actual>> series = new LinkedHashMap<>();
        for (Tuple row : rows) {
            SeriesKey key = new SeriesKey(
                    row.get("school_urn", Integer.class),
                    row.get("measure_code", String.class),
                    row.get("cohort", String.class),
                    row.get("pupil_group", String.class));
            series.computeIfAbsent(key, any -> new ArrayList<>()).add(actual(row, sight));
        }
        return series;
    }

    private static Actual actual(Tuple row, Sight sight) {
        boolean hidden = sight.hides(row);
        return new Actual(
                row.get("dated", LocalDate.class),
                hidden ? null : row.get("value", BigDecimal.class),
                hidden ? "c" : row.get("symbol", String.class),
                new AcademicYear(row.get("academic_year", Number.class).intValue()),
                row.get("assessment_point", String.class),
                row.get("result_status", String.class),
                hidden ? null : row.get("cohort_size", Integer.class),
                !hidden && isPartial(row),
                hidden);
    }

    static OutcomeValue value(Tuple row, Sight sight, Elsewhere elsewhere) {
        boolean hidden = sight.hides(row);
        BigDecimal value = hidden ? null : row.get("value", BigDecimal.class);
        String symbol = hidden ? "c" : row.get("symbol", String.class);
        BigDecimal coverage = row.get("coverage", BigDecimal.class);
        return new OutcomeValue(
                row.get("school_urn", Integer.class),
                row.get("measure_code", String.class),
                row.get("measure_label", String.class),
                new AcademicYear(row.get("academic_year", Number.class).intValue()),
                row.get("assessment_point", String.class),
                row.get("cohort", String.class),
                row.get("pupil_group", String.class),
                row.get("group_label", String.class),
                value,
                symbol,
                value == null
                        ? java.util.Objects.requireNonNullElse(symbol, "x")
                        : Shown.of(value, row.get("decimals", Integer.class), row.get("unit", String.class)),
                hidden ? null : row.get("numerator", Integer.class),
                hidden ? null : row.get("denominator", Integer.class),
                hidden ? null : row.get("cohort_size", Integer.class),
                hidden ? null : coverage,
                !hidden && isPartial(row),
                hidden ? null : row.get("confidence_lower", BigDecimal.class),
                hidden ? null : row.get("confidence_upper", BigDecimal.class),
                row.get("result_status", String.class),
                row.get("source", String.class),
                row.get("dated", LocalDate.class),
                new OutcomeValue.Benchmarks(
                        row.get("england", BigDecimal.class),
                        row.get("local_authority", BigDecimal.class),
                        elsewhere.trust(row),
                        elsewhere.similarSchools(row)));
    }

    /** The coverage of a published value is part of what is published; it does not make the value provisional. */
    static boolean isPartial(Tuple row) {
        return isPartial(row.get("source", String.class), row.get("coverage", BigDecimal.class));
    }

    static boolean isPartial(String source, @Nullable BigDecimal coverage) {
        return !source.equals("published") && coverage != null && coverage.compareTo(WHOLE_ENOUGH) < 0;
    }
}
