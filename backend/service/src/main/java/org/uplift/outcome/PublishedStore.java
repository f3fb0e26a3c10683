package org.uplift.outcome;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.time.Month;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.uplift.access.Permission;
import org.uplift.access.ScopedSql;
import org.uplift.activity.Change;
import org.uplift.school.AcademicYear;

/** Stores published values, a file in one statement. What says the same as before is left as it is. */
@ApplicationScoped
class PublishedStore {
    private static final String INCOMING = """
            select * from jsonb_to_recordset(cast(:rows as jsonb)) as i (
                code int, area text, measure_code text, pupil_group text, value numeric, symbol text, marker text,
                cohort_size int, coverage numeric, confidence_lower numeric, confidence_upper numeric)""";

    private static final String SCHOOLS = """
            with incoming as (%s),
            stored as (
                insert into outcome as o (school_urn, measure_code, academic_year, assessment_point, cohort, pupil_group, source,
                                          value, symbol, marker, cohort_size, coverage, confidence_lower, confidence_upper,
                                          result_status, dated)
                select code, measure_code, :year, 'summer', :cohort, pupil_group, 'published', value, symbol, marker,
                       cohort_size, coverage, confidence_lower, confidence_upper, 'final', :dated
                from incoming
                on conflict (school_urn, measure_code, academic_year, assessment_point, cohort, pupil_group, source) do update
                set value = excluded.value, symbol = excluded.symbol, marker = excluded.marker,
                    cohort_size = excluded.cohort_size, coverage = excluded.coverage,
                    confidence_lower = excluded.confidence_lower, confidence_upper = excluded.confidence_upper
                where (o.value, o.symbol, o.marker, o.cohort_size, o.coverage, o.confidence_lower, o.confidence_upper)
                    is distinct from (excluded.value, excluded.symbol, excluded.marker, excluded.cohort_size,
                                      excluded.coverage, excluded.confidence_lower, excluded.confidence_upper)
                returning o.school_urn as code, o.measure_code, o.pupil_group)
            select i.code, i.measure_code, i.pupil_group, b.school_urn is not null as known,
                   coalesce(cast(b.value as text), b.symbol) as before, coalesce(cast(i.value as text), i.symbol) as after
            from stored s
                 join incoming i using (code, measure_code, pupil_group)
                 join measure m on m.code = i.measure_code
                 join pupil_group g on g.code = i.pupil_group
                 left join outcome b on b.school_urn = i.code and b.measure_code = i.measure_code
                     and b.academic_year = :year and b.assessment_point = 'summer' and b.cohort = :cohort
                     and b.pupil_group = i.pupil_group and b.source = 'published'
            where {scope:i.code}
            order by i.code, m.position, g.position
            """.formatted(INCOMING);

    private static final String AREAS = """
            with incoming as (%s),
            stored as (
                insert into benchmark as o (area, area_code, measure_code, academic_year, assessment_point, pupil_group, value,
                                            symbol, marker)
                select area, code, measure_code, :year, 'summer', pupil_group, value, symbol, marker
                from incoming
                on conflict (measure_code, academic_year, assessment_point, pupil_group, area, area_code) do update
                set value = excluded.value, symbol = excluded.symbol, marker = excluded.marker
                where (o.value, o.symbol, o.marker) is distinct from (excluded.value, excluded.symbol, excluded.marker)
                returning o.area_code as code, o.measure_code, o.pupil_group)
            select i.code, i.measure_code, i.pupil_group, b.area_code is not null as known,
                   coalesce(cast(b.value as text), b.symbol) as before, coalesce(cast(i.value as text), i.symbol) as after
            from stored s
                 join incoming i using (code, measure_code, pupil_group)
                 join measure m on m.code = i.measure_code
                 join pupil_group g on g.code = i.pupil_group
                 left join benchmark b on b.area = i.area and b.area_code = i.code and b.measure_code = i.measure_code
                     and b.academic_year = :year and b.assessment_point = 'summer' and b.pupil_group = i.pupil_group
            order by i.code, m.position, g.position
            """.formatted(INCOMING);

    /** What became of a row: whether anything of it was known before, and what differs. */
    record Stored(boolean known, List<Change> changes) {}

    @Inject
    ScopedSql sql;

    @Inject
    EntityManager entities;

    @Inject
    ObjectMapper json;

    /** Stores the values of schools; what is unchanged is absent from the answer, by URN. */
    Map<Integer, Stored> schools(Collection<PublishedRow> rows, AcademicYear year, String cohort) {
        if (rows.isEmpty()) {
            return Map.of();
        }
        return collect(sql.rows(
                Permission.IMPORT_REGISTER,
                SCHOOLS,
                Map.of(
                        "rows", write(rows),
                        "year", year.start(),
                        "cohort", cohort,
                        "dated", LocalDate.of(year.start() + 1, Month.JULY, 31))));
    }

    /** Stores the values of local authorities and England; what is unchanged is absent from the answer, by code. */
    @SuppressWarnings("unchecked")
    Map<Integer, Stored> areas(Collection<PublishedRow> rows, AcademicYear year) {
        if (rows.isEmpty()) {
            return Map.of();
        }
        return collect(entities.createNativeQuery(AREAS, Tuple.class)
                .setParameter("rows", write(rows))
                .setParameter("year", year.start())
                .getResultList());
    }

    private static Map<Integer, Stored> collect(List<Tuple> rows) {
        Map<Integer, List<Tuple>> byCode =
                rows.stream().collect(Collectors.groupingBy(row -> row.get("code", Integer.class)));
        Map<Integer, Stored> stored = new HashMap<>();
        byCode.forEach((code, changed) -> stored.put(
                code,
                new Stored(
                        changed.stream().anyMatch(row -> row.get("known", Boolean.class)),
                        changed.stream().map(PublishedStore::change).toList())));
        return stored;
    }

    private static Change change(Tuple row) {
        return new Change(
                row.get("measure_code", String.class) + " " + row.get("pupil_group", String.class),
                row.get("before", String.class),
                row.get("after", String.class));
    }

    private String write(Collection<PublishedRow> rows) {
        ArrayNode all = json.createArrayNode();
        for (PublishedRow row : rows) {
            for (PublishedValue value : row.values()) {
                ObjectNode one = all.addObject()
                        .put("code", row.code())
                        .put("area", row.kind() == PublishedRow.Kind.LOCAL_AUTHORITY ? "local-authority" : "england");
                one.put("measure_code", value.measureCode()).put("pupil_group", value.pupilGroup());
                one.put("value", value.value()).put("symbol", value.symbol()).put("marker", value.marker());
                one.put("cohort_size", value.cohortSize()).put("coverage", value.coverage());
                one.put("confidence_lower", value.confidenceLower()).put("confidence_upper", value.confidenceUpper());
            }
        }
        try {
            return json.writeValueAsString(all);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
