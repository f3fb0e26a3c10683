package org.uplift.outcome;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.uplift.platform.Problem;
import org.uplift.school.AcademicYear;

/** How the published results of a key stage are read: code lists, by academic year. They hold no school data. */
@ApplicationScoped
class PublishedColumns {
    @Inject
    EntityManager entities;

    /** The year group that the results of a key stage are about; 422 when none are published for it. */
    String cohort(String keyStage) {
        return rows("select cohort from published_key_stage where key_stage = :keyStage", Map.of("keyStage", keyStage))
                .stream()
                .findFirst()
                .map(row -> row.get(0, String.class))
                .orElseThrow(() -> Problem.invalid(
                        "/keyStage",
                        "unknown-code",
                        "Published results of key stage \"" + keyStage + "\" are not known; use KS2."));
    }

    /** The columns of a year that tell something; 422 when there are none. */
    List<PublishedColumn> of(String keyStage, AcademicYear year) {
        List<PublishedColumn> columns = rows(
                        "select column_name, role, measure_code, pupil_group, expected from published_column"
                                + " where key_stage = :keyStage and valid_from <= :year"
                                + " and (valid_to is null or valid_to >= :year) order by column_name",
                        Map.of("keyStage", keyStage, "year", year.start()))
                .stream()
                .map(row -> new PublishedColumn(
                        row.get(0, String.class),
                        PublishedColumn.Role.valueOf(row.get(1, String.class)),
                        row.get(2, String.class),
                        row.get(3, String.class),
                        row.get(4, Boolean.class)))
                .toList();
        if (columns.isEmpty()) {
            throw Problem.invalid(
                    "/academicYear", "out-of-range", "No measure of " + keyStage + " is known for " + year + ".");
        }
        return columns;
    }

    /** The code lists that the figures are read by. */
    PublishedCodes codes() {
        return new PublishedCodes(
                rows("select marker, symbol from published_marker", Map.of()).stream()
                        .collect(Collectors.toMap(row -> row.get(0, String.class), row -> row.get(1, String.class))),
                rows("select code from measure where unit = 'percent'", Map.of()).stream()
                        .map(row -> row.get(0, String.class))
                        .collect(Collectors.toSet()));
    }

    @SuppressWarnings("unchecked")
    private List<Tuple> rows(String sql, Map<String, Object> parameters) {
        var query = entities.createNativeQuery(sql, Tuple.class);
        parameters.forEach(query::setParameter);
        return query.getResultList();
    }
}
