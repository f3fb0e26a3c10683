package org.uplift.pupil;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.uplift.ingest.ArrayTable;
import org.uplift.ingest.RowReader;
import org.uplift.ingest.Settlement;

/** What the results of one request are results of, and their grades: each is told once and is a small number after that. */
final class ResultSlots {
    static final String STAGE = Settlement.sql(ResultSlots.class, "stage-results.sql");

    private static final String[] SLOT = {
        "no int",
        "source_system text",
        "assessment_point text",
        "assessment_code text",
        "subject text",
        "component text",
        "facet text"
    };
    private static final String[] GRADE = {"no int", "grade_set text", "grade text"};
    private static final String LOOK_UP = Settlement.sql(ResultSlots.class, "known-slots.sql");
    private static final String ADD_SLOTS = """
            with {tables}
            insert into result_slot (source_system, assessment_point, assessment_code, subject, component, facet)
            select source_system, assessment_point, assessment_code, subject, component, facet
            from named_slot order by 1, 2, 3, 4, 5, 6 on conflict do nothing""";
    private static final String ADD_GRADES = """
            with {tables}
            insert into result_grade (grade_set, grade)
            select grade_set, grade from named_grade order by 1, 2 on conflict do nothing""";
    private static final String STAGE_SLOTS =
            "with {tables} insert into incoming_slot (no, assessment_code, id) select * from slot";
    private static final String STAGE_GRADES = "with {tables} insert into incoming_grade (no, id) select * from grade";

    private final Map<ResultRow.Slot, Integer> slots = new LinkedHashMap<>();
    private final Map<ResultRow.Grade, Integer> grades = new LinkedHashMap<>();
    private final Map<Integer, Integer> slotIds = new HashMap<>();
    private final Map<Integer, Integer> gradeIds = new HashMap<>();

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

    /** Learns the lasting number of each; those that nobody has sent before get one. */
    void makeKnown(Connection connection) throws SQLException {
        lookUp(connection);
        if (slotIds.size() < slots.size() || gradeIds.size() < grades.size()) {
            add(connection, ADD_SLOTS, named("named_slot", SLOT, slots, slotIds.keySet(), ResultRow.Slot::parts));
            add(connection, ADD_GRADES, named("named_grade", GRADE, grades, gradeIds.keySet(), ResultRow.Grade::parts));
            lookUp(connection);
        }
    }

    private void lookUp(Connection connection) throws SQLException {
        try (var statement = ArrayTable.prepare(
                        connection,
                        LOOK_UP,
                        named("named_slot", SLOT, slots, Set.of(), ResultRow.Slot::parts),
                        named("named_grade", GRADE, grades, Set.of(), ResultRow.Grade::parts));
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                (rows.getString(1).equals("slot") ? slotIds : gradeIds).put(rows.getInt(2), rows.getInt(3));
            }
        }
    }

    private static void add(Connection connection, String sql, ArrayTable unknown) throws SQLException {
        try (var statement = ArrayTable.prepare(connection, sql, unknown)) {
            statement.executeUpdate();
        }
    }

    private static <T> ArrayTable named(
            String name,
            String[] columns,
            Map<T, Integer> things,
            Set<Integer> without,
            Function<T, List<String>> parts) {
        ArrayTable table = new ArrayTable(name, columns);
        things.forEach((thing, number) -> {
            if (!without.contains(number)) {
                table.row().number(number);
                parts.apply(thing).forEach(table::text);
            }
        });
        return table;
    }

    /** The lasting number, which is known now. */
    Integer slotId(Object number) {
        return Objects.requireNonNull(slotIds.get(number));
    }

    /** As {@link #slotId}. */
    Integer gradeId(Object number) {
        return Objects.requireNonNull(gradeIds.get(number));
    }

    private ArrayTable slotTable() {
        ArrayTable table = new ArrayTable("slot", "no int", "assessment_code text", "id int");
        slots.forEach((slot, number) ->
                table.row().number(number).text(slot.assessmentCode()).number(slotIds.get(number)));
        return table;
    }

    private ArrayTable gradeTable() {
        ArrayTable table = new ArrayTable("grade", "no int", "id int");
        grades.forEach((grade, number) -> table.row().number(number).number(gradeIds.get(number)));
        return table;
    }

    /** Puts them beside staged rows; needs the temporary tables of {@link #STAGE}. */
    void stage(Connection connection, Settlement settlement) throws SQLException {
        add(connection, STAGE_SLOTS, slotTable());
        add(connection, STAGE_GRADES, gradeTable());
        // Taken for thousands, the few grades of a file would be joined by sorting all its rows.
        settlement.know("incoming_slot");
        settlement.know("incoming_grade");
    }
}
