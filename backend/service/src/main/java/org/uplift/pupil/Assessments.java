package org.uplift.pupil;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.uplift.ingest.RowReader;
import org.uplift.school.AcademicYear;

/** The code lists of assessments: what there is, and what a result can be. For one request. */
final class Assessments {
    /** Academic years in which an assessment exists. */
    record Validity(int from, @Nullable Integer to) {}

    /** A form that a result of an assessment can have; blank means any. */
    record Value(
            String assessmentCode,
            String subject,
            String component,
            String gradeSet,
            @Nullable BigDecimal lowest,
            @Nullable BigDecimal highest) {
        boolean fits(ResultRow.Slot slot) {
            return assessmentCode.equals(slot.assessmentCode())
                    && (subject.isEmpty() || subject.equals(slot.subject()))
                    && (component.isEmpty() || component.equals(slot.component()));
        }
    }

    private final Map<String, Validity> assessments;
    private final List<Value> values;
    private final Map<String, Set<String>> grades;
    private final Map<ResultRow.Slot, List<Value>> forms = new HashMap<>();

    Assessments(Map<String, Validity> assessments, List<Value> values, Map<String, Set<String>> grades) {
        this.assessments = assessments;
        this.values = values;
        this.grades = grades;
    }

    /** The same lists for another request; what this one has looked up is forgotten. */
    Assessments again() {
        return new Assessments(assessments, values, grades);
    }

    Set<String> codes() {
        return assessments.keySet();
    }

    private List<Value> forms(ResultRow.Slot slot) {
        List<Value> known = forms.get(slot);
        if (known != null) {
            return known;
        }
        List<Value> fitting = values.stream().filter(value -> value.fits(slot)).toList();
        if (forms.size() < ResultIntake.MOST_SLOTS) {
            forms.put(slot, fitting);
        }
        return fitting;
    }

    /** Checks the value of a row and gives its grade, if it has one. */
    ResultRow.@Nullable Grade check(ResultRow.Slot slot, int academicYear, @Nullable BigDecimal score, RowReader row) {
        checkYear(slot, academicYear, row);
        String grade = row.text("grade");
        String gradeSet = row.text("gradeSet");
        List<Value> forms = forms(slot);
        if (forms.isEmpty()) {
            if (assessments.containsKey(slot.assessmentCode())) {
                refuseSubject(slot, row);
            }
            return null;
        }
        if (score == null && row.has("score")) {
            return null;
        }
        if ((score == null) == (grade == null)) {
            row.refuse(score == null ? "score" : "grade", "score-or-grade", "A row has either a score or a grade.");
            return null;
        }
        return score != null
                ? checkScore(score, forms, row)
                : checkGrade(grade == null ? "" : grade, gradeSet, forms, row);
    }

    private void checkYear(ResultRow.Slot slot, int academicYear, RowReader row) {
        Validity validity = assessments.get(slot.assessmentCode());
        if (validity != null
                && academicYear != 0
                && (academicYear < validity.from() || (validity.to() != null && academicYear > validity.to()))) {
            row.refuse(
                    "academicYear",
                    "not-in-that-year",
                    "There was no " + slot.assessmentCode() + " in " + new AcademicYear(academicYear) + ".");
        }
    }

    private void refuseSubject(ResultRow.Slot slot, RowReader row) {
        List<String> subjects = values.stream()
                .filter(value -> value.assessmentCode().equals(slot.assessmentCode()))
                .map(value -> value.component().isEmpty() ? value.subject() : value.subject() + " " + value.component())
                .toList();
        boolean subjectKnown = values.stream()
                .anyMatch(value -> value.assessmentCode().equals(slot.assessmentCode())
                        && value.subject().equals(slot.subject()));
        row.refuse(
                subjectKnown ? "component" : "subject",
                "unknown-code",
                "\"" + (slot.subject() + " " + slot.component()).strip() + "\" is no part of " + slot.assessmentCode()
                        + "; its parts are " + String.join(", ", subjects) + ".");
    }

    private static ResultRow.@Nullable Grade checkScore(BigDecimal score, List<Value> forms, RowReader row) {
        boolean fits = forms.stream()
                .anyMatch(form -> form.lowest() != null
                        && form.highest() != null
                        && score.compareTo(form.lowest()) >= 0
                        && score.compareTo(form.highest()) <= 0);
        if (!fits) {
            Value form = forms.getFirst();
            row.refuse(
                    "score",
                    "out-of-range",
                    form.lowest() == null
                            ? "This assessment has grades, no scores."
                            : score + " is not between " + form.lowest() + " and " + form.highest() + ".");
        }
        return null;
    }

    private ResultRow.@Nullable Grade checkGrade(
            String grade, @Nullable String gradeSet, List<Value> forms, RowReader row) {
        String set = gradeSet == null ? forms.getFirst().gradeSet() : gradeSet;
        if (set.isEmpty()) {
            row.refuse("gradeSet", "required", "Say which grade set the grade belongs to.");
            return null;
        }
        if (forms.stream()
                .noneMatch(form -> form.gradeSet().isEmpty() || form.gradeSet().equals(set))) {
            row.refuse(
                    "gradeSet",
                    "unknown-code",
                    "The grades of this assessment are of the set "
                            + forms.getFirst().gradeSet() + ".");
            return null;
        }
        Set<String> known = grades.get(set);
        if (known != null && !known.contains(grade)) {
            row.refuse(
                    "grade",
                    "unknown-code",
                    "\"" + grade + "\" is no grade of " + set + "; its grades are "
                            + String.join(", ", known.stream().sorted().toList()) + ".");
        }
        return new ResultRow.Grade(set, grade);
    }
}
