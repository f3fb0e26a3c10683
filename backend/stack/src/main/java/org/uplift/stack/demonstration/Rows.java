package org.uplift.stack.demonstration;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Rows of one kind, as a management information system sends them. */
@FunctionalInterface
interface Rows {
    /** What a school sends of an academic year, by the calendar year in which it starts. */
    Stream<Map<String, Object>> of(School school, int taught);

    /** A row with what every row begins with. */
    static Map<String, Object> row(School school, int taught, String updated) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("sourceSystem", "mis-demo");
        row.put("schoolUrn", school.urn());
        row.put("academicYear", taught + "/" + (taught + 1));
        row.put("sourceUpdatedAt", updated);
        return row;
    }
}
