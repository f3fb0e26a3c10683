package org.uplift.outcome;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.uplift.outcome.Suppression.Cell;
import org.uplift.outcome.TrustSuppression.Sheet;
import org.uplift.school.AcademicYear;

/**
 * Sums over schools that the caller may not reach one by one: the trust, and similar schools. What is given of the trust is
 * hidden wherever a school could be worked out from it and from what the caller sees.
 */
@ApplicationScoped
class TrustOutcomes {
    private static final Comparator<TrustValue> NEWEST_FIRST = Comparator.comparing(TrustValue::academicYear)
            .reversed()
            .thenComparing(Comparator.comparing(TrustValue::date).reversed())
            .thenComparing(TrustValue::assessmentPoint)
            .thenComparing(TrustValue::source)
            .thenComparing(TrustValue::cohort)
            .thenComparing(TrustValue::pupilGroup);

    @Inject
    EntityManager entities;

    @Inject
    AgroalDataSource database;

    @Inject
    TrustSuppression suppression;

    /** The values of a measure for some groups over the trust, as the caller may see them, newest first. */
    @SuppressWarnings("unchecked")
    List<TrustValue> of(Measure measure, String[] groups, Integer[] years) {
        List<Tuple> rows = entities.createNativeQuery(
                        "select * from trust_outcomes(:measure, :groups, cast(:years as smallint[]))", Tuple.class)
                .setParameter("measure", measure.code())
                .setParameter("groups", groups)
                .setParameter("years", years)
                .getResultList();
        Map<Sheet, Set<Cell>> hidden = rows.isEmpty() ? Map.of() : suppression.hidden(measure, years);
        return rows.stream()
                .map(row -> value(
                        row,
                        measure,
                        hidden.getOrDefault(
                                        Sheet.of(row, measure.code() + " " + row.get("assessment_point", String.class)),
                                        Set.of())
                                .contains(Sight.cell(row))))
                .sorted(NEWEST_FIRST)
                .toList();
    }

    /** Keeps anew what has changed and has come to rest, for readers to come; says of how many measures and years. */
    int keep(int most) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement("select keep_trust_outcomes(?)")) {
            statement.setInt(1, most);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
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
