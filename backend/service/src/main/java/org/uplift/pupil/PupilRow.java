package org.uplift.pupil;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.uplift.ingest.RowReader;
import org.uplift.school.AcademicYear;

/** A pupil in a school and an academic year, as a management information system sends it. */
record PupilRow(
        int schoolUrn,
        int academicYear,
        @Nullable Upn upn,
        @Nullable Upn formerUpn,
        String yearGroup,
        @Nullable String sex,
        @Nullable Boolean disadvantaged,
        @Nullable String senProvision,
        @Nullable Boolean eal,
        @Nullable Boolean lookedAfter,
        @Nullable String priorAttainment,
        @Nullable Boolean mobile,
        String sourceSystem,
        Instant sourceUpdatedAt) {
    static final List<String> FIELDS = List.of(
            "sourceSystem",
            "schoolUrn",
            "upn",
            "formerUpn",
            "academicYear",
            "yearGroup",
            "sex",
            "disadvantaged",
            "senProvision",
            "eal",
            "lookedAfter",
            "priorAttainment",
            "mobile",
            "sourceUpdatedAt");
    static final List<String> NEEDED =
            List.of("sourceSystem", "schoolUrn", "upn", "academicYear", "yearGroup", "sourceUpdatedAt");
    private static final List<String> YEAR_GROUPS = Stream.concat(
                    Stream.of("N1", "N2", "R"), IntStream.rangeClosed(1, 13).mapToObj(String::valueOf))
            .toList();

    static PupilRow read(RowReader row, Set<Integer> registered) {
        Upn upn = Upn.read(row, "upn");
        if (upn == null && !row.has("upn")) {
            row.missing("upn");
        }
        return new PupilRow(
                row.school("schoolUrn", registered),
                AcademicYear.read(row, "academicYear"),
                upn,
                Upn.read(row, "formerUpn"),
                row.oneOf("yearGroup", YEAR_GROUPS),
                row.oneOfOrNothing("sex", List.of("F", "M")),
                row.flag("disadvantaged"),
                row.oneOfOrNothing("senProvision", List.of("N", "K", "E")),
                row.flag("eal"),
                row.flag("lookedAfter"),
                row.oneOfOrNothing("priorAttainment", List.of("low", "middle", "high")),
                row.flag("mobile"),
                row.needed("sourceSystem"),
                row.moment("sourceUpdatedAt"));
    }
}
