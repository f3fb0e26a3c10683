package org.uplift.pupil;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The code lists that results are checked against. They hold no school data. */
@ApplicationScoped
class CodeLists {
    private volatile @Nullable Assessments known;

    /** Read when they are needed first: they change with the version of Uplift alone. */
    Assessments assessments(Connection connection) throws SQLException {
        Assessments lists = known;
        if (lists == null) {
            lists = read(connection);
            known = lists;
        }
        return lists.again();
    }

    private static Assessments read(Connection connection) throws SQLException {
        Map<String, Assessments.Validity> assessments = new TreeMap<>();
        List<Assessments.Value> values = new ArrayList<>();
        Map<String, Set<String>> grades = new TreeMap<>();
        try (var statement = connection.createStatement()) {
            try (var rows = statement.executeQuery("select code, valid_from, valid_to from assessment")) {
                while (rows.next()) {
                    assessments.put(
                            rows.getString(1),
                            new Assessments.Validity(rows.getInt(2), rows.getObject(3, Integer.class)));
                }
            }
            try (var rows = statement.executeQuery("select assessment_code, subject, component, grade_set,"
                    + " lowest_score, highest_score from assessment_value order by 1, 2, 3, 4")) {
                while (rows.next()) {
                    values.add(new Assessments.Value(
                            rows.getString(1),
                            rows.getString(2),
                            rows.getString(3),
                            rows.getString(4),
                            rows.getBigDecimal(5),
                            rows.getBigDecimal(6)));
                }
            }
            try (var rows = statement.executeQuery("select grade_set, grade from assessment_grade")) {
                while (rows.next()) {
                    grades.computeIfAbsent(rows.getString(1), set -> new TreeSet<>())
                            .add(rows.getString(2));
                }
            }
        }
        return new Assessments(assessments, values, grades);
    }
}
