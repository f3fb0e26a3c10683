package org.uplift.stack.demonstration;

import java.time.LocalDate;
import java.util.Map;

/**
 * What a row of a result says beside the result itself.
 *
 * @param status provisional, revised or final
 */
record ResultRow(School school, int taught, Term term, LocalDate day, String assessment, String status) {
    Map<String, Object> scored(Pupil pupil, String subject, String component, int score) {
        Map<String, Object> row = row(pupil, subject, component);
        row.put("score", score);
        return row;
    }

    Map<String, Object> graded(Pupil pupil, String subject, String component, String gradeSet, String grade) {
        Map<String, Object> row = row(pupil, subject, component);
        row.put("gradeSet", gradeSet);
        row.put("grade", grade);
        return row;
    }

    private Map<String, Object> row(Pupil pupil, String subject, String component) {
        Map<String, Object> row = Rows.row(school, taught, day + "T12:00:00Z");
        row.put("upn", pupil.upn());
        row.put("assessmentPoint", term.code());
        row.put("assessmentCode", assessment);
        if (!subject.isEmpty()) {
            row.put("subject", subject);
        }
        if (!component.isEmpty()) {
            row.put("component", component);
        }
        row.put("facet", "achieved");
        row.put("resultDate", day.toString());
        row.put("resultStatus", status);
        return row;
    }
}
