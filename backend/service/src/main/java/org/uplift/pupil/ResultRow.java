package org.uplift.pupil;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.uplift.ingest.CsvRow;

/** One result of one pupil, as a management information system sends it. */
record ResultRow(
        int row,
        int schoolUrn,
        int academicYear,
        @Nullable Upn upn,
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
            String facet) {}

    /** A grade and the set that it belongs to. */
    record Grade(String gradeSet, String grade) {}

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
    private static final Set<String> FIELD_SET = Set.copyOf(FIELDS);
    private static final List<String> POINTS = List.of("autumn", "spring", "summer");
    private static final List<String> FACETS = List.of("achieved", "target", "prediction", "baseline");
    /** From the least to the most settled; the place is the number that is stored, from 1. */
    private static final List<String> STATUSES = List.of("provisional", "revised", "final");

    static ResultRow read(
            CsvRow row,
            RowReader reader,
            @Nullable Upn upn,
            Set<Integer> registered,
            Assessments assessments,
            boolean strict) {
        if (strict) {
            reader.allowOnly(FIELD_SET);
        }
        String facet = reader.oneOfOrNothing("facet", FACETS);
        Slot slot = new Slot(
                reader.needed("sourceSystem"),
                reader.oneOf("assessmentPoint", POINTS),
                reader.oneOf("assessmentCode", assessments.codes()),
                orBlank(reader.text("subject")),
                orBlank(reader.text("component")),
                facet == null ? "achieved" : facet);
        int schoolUrn = reader.school("schoolUrn", registered);
        int academicYear = reader.academicYear("academicYear");
        BigDecimal score = reader.number("score");
        Grade grade = assessments.check(slot, academicYear, score, reader);
        Instant sourceUpdatedAt = reader.moment("sourceUpdatedAt");
        LocalDate resultDate = reader.date("resultDate");
        String status = reader.oneOfOrNothing("resultStatus", STATUSES);
        return new ResultRow(
                row.index(),
                schoolUrn,
                academicYear,
                upn,
                slot,
                grade,
                score,
                status == null ? 1 : STATUSES.indexOf(status) + 1,
                resultDate == null ? LocalDate.ofInstant(sourceUpdatedAt, ZoneOffset.UTC) : resultDate,
                sourceUpdatedAt);
    }

    /** What makes it the same row when it is sent again. */
    String naturalKey(byte[] upnHash) {
        return String.join(
                "\n",
                slot.sourceSystem(),
                String.valueOf(schoolUrn),
                java.util.HexFormat.of().formatHex(upnHash),
                String.valueOf(academicYear),
                slot.assessmentPoint(),
                slot.assessmentCode(),
                slot.subject(),
                slot.component(),
                slot.facet());
    }

    /** The row without the pupil's number, to be kept until the pupil is known. */
    static Map<String, String> cellsWithoutUpn(CsvRow row) {
        Map<String, String> cells = new LinkedHashMap<>(row.cells());
        cells.keySet().retainAll(FIELD_SET);
        cells.remove("upn");
        return cells;
    }

    private static String orBlank(@Nullable String value) {
        return value == null ? "" : value;
    }
}
