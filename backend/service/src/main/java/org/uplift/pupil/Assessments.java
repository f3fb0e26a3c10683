package org.uplift.pupil;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.uplift.school.AcademicYear;

/** The code lists of assessments: what there is, and what a result can be. */
record Assessments(Map<String, Validity> assessments, List<Value> values, Map<String, Set<String>> grades) {
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

    List<String> codes() {
        return assessments.keySet().stream().sorted().toList();
    }

    /** Checks the value of a row and gives its grade, if it has one. */
    ResultRow.@Nullable Grade check(
            ResultRow.Slot slot, int academicYear, @Nullable BigDecimal score, RowReader reader) {
        checkYear(slot, academicYear, reader);
        String grade = reader.text("grade");
        String gradeSet = reader.text("gradeSet");
        List<Value> forms = values.stream().filter(value -> value.fits(slot)).toList();
        if (forms.isEmpty()) {
            if (assessments.containsKey(slot.assessmentCode())) {
                refuseSubject(slot, reader);
            }
            return null;
        }
        if (score == null && reader.has("score")) {
            return null;
        }
        if ((score == null) == (grade == null)) {
            reader.refuse(score == null ? "score" : "grade", "score-or-grade", "A row has either a score or a grade.");
            return null;
        }
        return score != null
                ? checkScore(score, forms, reader)
                : checkGrade(grade == null ? "" : grade, gradeSet, forms, reader);
    }

    private void checkYear(ResultRow.Slot slot, int academicYear, RowReader reader) {
        Validity validity = assessments.get(slot.assessmentCode());
        if (validity != null
                && academicYear != 0
                && (academicYear < validity.from() || (validity.to() != null && academicYear > validity.to()))) {
            reader.refuse(
                    "academicYear",
                    "not-in-that-year",
                    "There was no " + slot.assessmentCode() + " in " + new AcademicYear(academicYear) + ".");
        }
    }

    private void refuseSubject(ResultRow.Slot slot, RowReader reader) {
        List<String> subjects = values.stream()
                .filter(value -> value.assessmentCode().equals(slot.assessmentCode()))
                .map(value -> value.component().isEmpty() ? value.subject() : value.subject() + " " + value.component())
                .toList();
        boolean subjectKnown = values.stream()
                .anyMatch(value -> value.assessmentCode().equals(slot.assessmentCode())
                        && value.subject().equals(slot.subject()));
        reader.refuse(
                subjectKnown ? "component" : "subject",
                "unknown-code",
                "\"" + (slot.subject() + " " + slot.component()).strip() + "\" is no part of " + slot.assessmentCode()
                        + "; its parts are " + String.join(", ", subjects) + ".");
    }

    private static ResultRow.@Nullable Grade checkScore(BigDecimal score, List<Value> forms, RowReader reader) {
        boolean fits = forms.stream()
                .anyMatch(form -> form.lowest() != null
                        && form.highest() != null
                        && score.compareTo(form.lowest()) >= 0
                        && score.compareTo(form.highest()) <= 0);
        if (!fits) {
            Value form = forms.getFirst();
            reader.refuse(
                    "score",
                    "out-of-range",
                    form.lowest() == null
                            ? "This assessment has grades, no scores."
                            : score + " is not between " + form.lowest() + " and " + form.highest() + ".");
        }
        return null;
    }

    private ResultRow.@Nullable Grade checkGrade(
            String grade, @Nullable String gradeSet, List<Value> forms, RowReader reader) {
        String set = gradeSet == null ? forms.getFirst().gradeSet() : gradeSet;
        if (set.isEmpty()) {
            reader.refuse("gradeSet", "required", "Say which grade set the grade belongs to.");
            return null;
        }
        if (forms.stream()
                .noneMatch(form -> form.gradeSet().isEmpty() || form.gradeSet().equals(set))) {
            reader.refuse(
                    "gradeSet",
                    "unknown-code",
                    "The grades of this assessment are of the set "
                            + forms.getFirst().gradeSet() + ".");
            return null;
        }
        Set<String> known = grades.get(set);
        if (known != null && !known.contains(grade)) {
            reader.refuse(
                    "grade",
                    "unknown-code",
                    "\"" + grade + "\" is no grade of " + set + "; its grades are "
                            + String.join(", ", known.stream().sorted().toList()) + ".");
        }
        return new ResultRow.Grade(set, grade);
    }
}
