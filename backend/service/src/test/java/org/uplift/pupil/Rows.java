package org.uplift.pupil;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows as a management information system sends them. */
final class Rows {
    private Rows() {}

    /** A valid number of a pupil, by its serial number. */
    static String upn(int serial) {
        String rest = "999200120%03d".formatted(serial);
        return Upn.checkLetter(rest) + rest;
    }

    static Map<String, Object> body(List<Map<String, Object>> rows) {
        return Map.of("rows", rows);
    }

    static Map<String, Object> pupil(int urn, int serial) {
        Map<String, Object> row = common(urn, serial, "2025-10-02T08:00:00Z");
        row.put("yearGroup", "6");
        row.put("sex", serial % 2 == 0 ? "F" : "M");
        row.put("disadvantaged", serial % 4 == 0);
        row.put("senProvision", "N");
        return row;
    }

    static Map<String, Object> test(int urn, int serial, String subject, int score) {
        Map<String, Object> row = common(urn, serial, "2026-07-07T12:00:00Z");
        row.put("assessmentPoint", "summer");
        row.put("assessmentCode", "KS2");
        row.put("subject", subject);
        row.put("component", "TEST");
        row.put("facet", "achieved");
        row.put("score", score);
        row.put("resultDate", "2026-07-07");
        row.put("resultStatus", "final");
        return row;
    }

    static Map<String, Object> attendance(int urn, int serial, String term, int possible, int authorised) {
        Map<String, Object> row = common(urn, serial, "2026-04-01T12:00:00Z");
        row.put("term", term);
        row.put("sessionsPossible", possible);
        row.put("sessionsAuthorisedAbsence", authorised);
        row.put("sessionsUnauthorisedAbsence", 0);
        return row;
    }

    static Map<String, Object> suspension(int urn, int serial, int suspensions) {
        Map<String, Object> row = common(urn, serial, "2026-04-01T12:00:00Z");
        row.put("term", "spring");
        row.put("suspensions", suspensions);
        row.put("sessionsSuspended", 4 * suspensions);
        row.put("permanentlyExcluded", false);
        return row;
    }

    /** Rows as a file of separated values, with the columns of the first. */
    static String csv(List<Map<String, Object>> rows) {
        StringBuilder text = new StringBuilder(String.join(",", rows.getFirst().keySet())).append('\n');
        for (Map<String, Object> row : rows) {
            text.append(String.join(
                            ",", row.values().stream().map(String::valueOf).toList()))
                    .append('\n');
        }
        return text.toString();
    }

    static Map<String, Object> writing(int urn, int serial, String grade) {
        Map<String, Object> row = test(urn, serial, "WRI", 100);
        row.remove("score");
        row.put("component", "TA");
        row.put("gradeSet", "KS2_TA");
        row.put("grade", grade);
        return row;
    }

    static Map<String, Object> with(Map<String, Object> row, String field, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(row);
        changed.put(field, value);
        return changed;
    }

    private static Map<String, Object> common(int urn, int serial, String updated) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("sourceSystem", "mis-demo");
        row.put("schoolUrn", urn);
        row.put("upn", upn(serial));
        row.put("academicYear", "2025/2026");
        row.put("sourceUpdatedAt", updated);
        return row;
    }
}
