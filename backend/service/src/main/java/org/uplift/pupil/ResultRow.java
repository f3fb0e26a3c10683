package org.uplift.pupil;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.uplift.ingest.RowReader;
import org.uplift.school.AcademicYear;

/** One result of one pupil, as a management information system sends it. */
record ResultRow(
        int schoolUrn,
        int academicYear,
        Slot slot,
        @Nullable Grade grade,
        @Nullable BigDecimal score,
        int status,
        LocalDate resultDate,
        Instant sourceUpdatedAt) {
    /** What it is a result of; blank where an assessment has no such part. */
    record Slot(
            String sourceSystem,
            String assessmentPoint,
            String assessmentCode,
            String subject,
            String component,
            String facet) {
        static Slot read(RowReader row, Assessments assessments) {
            String facet = row.oneOfOrNothing("facet", FACETS);
            return new Slot(
                    row.needed("sourceSystem"),
                    row.oneOf("assessmentPoint", POINTS),
                    row.oneOf("assessmentCode", assessments.codes()),
                    orBlank(row.text("subject")),
                    orBlank(row.text("component")),
                    facet == null ? "achieved" : facet);
        }

        List<String> parts() {
            return List.of(sourceSystem, assessmentPoint, assessmentCode, subject, component, facet);
        }
    }

    /** A grade and the set that it belongs to. */
    record Grade(String gradeSet, String grade) {
        List<String> parts() {
            return List.of(gradeSet, grade);
        }
    }

    static final List<String> FIELDS = List.of(
            "sourceSystem",
            "schoolUrn",
            "upn",
            "academicYear",
            "assessmentPoint",
            "assessmentCode",
            "subject",
            "component",
            "facet",
            "gradeSet",
            "grade",
            "score",
            "resultDate",
            "sourceUpdatedAt",
            "resultStatus");
    static final List<String> NEEDED = List.of(
            "sourceSystem", "schoolUrn", "upn", "academicYear", "assessmentPoint", "assessmentCode", "sourceUpdatedAt");
    private static final List<String> POINTS = List.of("autumn", "spring", "summer");
    private static final List<String> FACETS = List.of("achieved", "target", "prediction", "baseline");
    /** From the least to the most settled; the place is the number that is stored, from 1. */
    private static final List<String> STATUSES = List.of("provisional", "revised", "final");

    static ResultRow read(RowReader row, Set<Integer> registered, Assessments assessments) {
        Slot slot = Slot.read(row, assessments);
        int schoolUrn = row.school("schoolUrn", registered);
        int academicYear = AcademicYear.read(row, "academicYear");
        BigDecimal score = row.number("score");
        Grade grade = assessments.check(slot, academicYear, score, row);
        Instant sourceUpdatedAt = row.moment("sourceUpdatedAt");
        LocalDate resultDate = row.pastDate("resultDate");
        String status = row.oneOfOrNothing("resultStatus", STATUSES);
        return new ResultRow(
                schoolUrn,
                academicYear,
                slot,
                grade,
                score,
                status == null ? 1 : STATUSES.indexOf(status) + 1,
                resultDate == null ? LocalDate.ofInstant(sourceUpdatedAt, ZoneOffset.UTC) : resultDate,
                sourceUpdatedAt);
    }

    private static String orBlank(@Nullable String value) {
        return value == null ? "" : value;
    }
}
