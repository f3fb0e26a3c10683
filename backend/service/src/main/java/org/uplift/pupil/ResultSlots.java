package org.uplift.pupil;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.uplift.ingest.RowReader;
import org.uplift.ingest.Settlement;

/** What the results of one request are results of, and their grades: each is told once and is a small number after that. */
final class ResultSlots {
    static final String STAGE = Settlement.sql(ResultSlots.class, "stage-results.sql");

    private static final String MAKE_KNOWN = Settlement.sql(ResultSlots.class, "result-slots.sql");

    private final Map<ResultRow.Slot, Integer> slots = new HashMap<>();
    private final Map<ResultRow.Grade, Integer> grades = new HashMap<>();

    int number(ResultRow.Slot slot, RowReader row) {
        return number(slots, slot, "subject", row);
    }

    @Nullable
    Integer number(ResultRow.@Nullable Grade grade, RowReader row) {
        return grade == null ? null : number(grades, grade, "grade", row);
    }

    private static <T> int number(Map<T, Integer> known, T thing, String field, RowReader row) {
        Integer before = known.get(thing);
        if (before != null) {
            return before;
        }
        if (known.size() == ResultIntake.MOST_SLOTS) {
            row.refuse(
                    field,
                    "too-many-different",
                    "There are more than " + ResultIntake.MOST_SLOTS
                            + " different ones in this request; is the column the right one?");
            return -1;
        }
        if (row.isSound()) {
            known.put(thing, known.size());
        }
        return known.size() - 1;
    }

    /** Gives each its lasting number; needs the temporary tables of {@link #STAGE}. */
    void makeKnown(Connection connection, Settlement settlement) throws SQLException {
        insert(
                connection,
                "insert into incoming_slot (no, source_system, assessment_point, assessment_code, subject, component,"
                        + " facet) select * from unnest(?, ?, ?, ?, ?, ?, ?)",
                slots,
                List.of(
                        ResultRow.Slot::sourceSystem,
                        ResultRow.Slot::assessmentPoint,
                        ResultRow.Slot::assessmentCode,
                        ResultRow.Slot::subject,
                        ResultRow.Slot::component,
                        ResultRow.Slot::facet));
        insert(
                connection,
                "insert into incoming_grade (no, grade_set, grade) select * from unnest(?, ?, ?)",
                grades,
                List.of(ResultRow.Grade::gradeSet, ResultRow.Grade::grade));
        settlement.run(MAKE_KNOWN);
        settlement.know("incoming_slot");
    }

    private static <T> void insert(
            Connection connection, String sql, Map<T, Integer> known, List<Function<T, String>> texts)
            throws SQLException {
        List<T> things = new ArrayList<>(known.keySet());
        try (var insert = connection.prepareStatement(sql)) {
            insert.setArray(
                    1,
                    connection.createArrayOf(
                            "int", things.stream().map(known::get).toArray()));
            for (int at = 0; at < texts.size(); at++) {
                insert.setArray(
                        at + 2,
                        connection.createArrayOf(
                                "text", things.stream().map(texts.get(at)).toArray()));
            }
            insert.executeUpdate();
        }
    }
}
