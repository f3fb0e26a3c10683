package org.uplift.outcome;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.uplift.access.Caller;
import org.uplift.access.Permission;
import org.uplift.access.ScopedSql;
import org.uplift.platform.PageRequest;
import org.uplift.platform.Paging;
import org.uplift.school.AcademicYear;

/** Every value that an outcome has had, as the caller may see it. */
@ApplicationScoped
class OutcomeHistory {
    @Inject
    ScopedSql sql;

    @Inject
    Sights sights;

    @Inject
    Caller caller;

    /**
     * The states of a measure of a school, newest first. Who may not see its pupils is not told of groups at all: one that has had
     * a single state was then what it is now.
     */
    OutcomeHistoryPage list(int urn, Measure measure, OutcomeFilter filter, PageRequest page) {
        Map<String, Object> parameters = new HashMap<>(Map.of("urn", urn, "measure", measure.code()));
        StringBuilder where =
                new StringBuilder(" where o.school_urn = :urn and o.measure_code = :measure and {scope:o.school_urn}");
        Outcomes.narrow(
                where,
                parameters,
                "o.academic_year",
                "year",
                filter.academicYear == null ? null : filter.academicYear.start());
        Outcomes.narrowToStage(where, parameters, filter.keyStage);
        Outcomes.narrow(where, parameters, "o.cohort", "cohort", filter.cohort);
        Outcomes.narrow(where, parameters, "o.pupil_group", "pupils", filter.pupilGroup);
        Outcomes.narrow(where, parameters, "o.source", "source", filter.source);
        if (!caller.scope(Permission.READ_PUPIL_ROWS).covers(urn)) {
            where.append(" and (o.source = 'published' or o.pupil_group = 'ALL')");
        }
        long total = sql.rows(Permission.READ_OUTCOMES, "select count(*) from outcome_change o" + where, parameters)
                .getFirst()
                .get(0, Long.class);
        parameters.put("limit", page.pageSize);
        parameters.put("offset", page.offset());
        List<Tuple> rows = sql.rows(
                Permission.READ_OUTCOMES,
                "select o.*, m.fed_by, " + OutcomeRows.TELLS
                        + " as tells from outcome_change o join measure m on m.code = o.measure_code" + where
                        + " order by o.id desc limit :limit offset :offset",
                parameters);
        Sight sight = sights.of(rows.stream().map(Sight::schoolYear).toList());
        return new OutcomeHistoryPage(
                rows.stream()
                        .map(row -> state(row, measure, sight.hides(row) || sight.isLimited(row) && tells(row)))
                        .toList(),
                Paging.of(page, total));
    }

    private static boolean tells(Tuple row) {
        return !Boolean.FALSE.equals(row.get("tells", Boolean.class));
    }

    private static OutcomeState state(Tuple row, Measure measure, boolean hidden) {
        BigDecimal value = hidden ? null : row.get("value", BigDecimal.class);
        String symbol = hidden ? "c" : row.get("symbol", String.class);
        return new OutcomeState(
                row.get("changed_at", Instant.class),
                measure.code(),
                new AcademicYear(row.get("academic_year", Number.class).intValue()),
                row.get("assessment_point", String.class),
                row.get("cohort", String.class),
                row.get("pupil_group", String.class),
                row.get("source", String.class),
                row.get("gone", Boolean.class),
                value,
                symbol,
                value == null ? Objects.requireNonNullElse(symbol, "x") : measure.show(value),
                hidden ? null : row.get("numerator", Integer.class),
                hidden ? null : row.get("denominator", Integer.class),
                hidden ? null : row.get("cohort_size", Integer.class),
                hidden ? null : row.get("coverage", BigDecimal.class),
                row.get("result_status", String.class),
                row.get("dated", LocalDate.class));
    }
}
