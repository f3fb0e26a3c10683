package org.uplift.pupil;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.uplift.ingest.CsvRow;

/** A pupil in a school and an academic year, as a management information system sends it. */
record PupilRow(
        int row,
        int schoolUrn,
        int academicYear,
        @Nullable Upn upn,
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
    private static final Set<String> FIELD_SET = Set.copyOf(FIELDS);
    private static final List<String> YEAR_GROUPS = Stream.concat(
                    Stream.of("N1", "N2", "R"), IntStream.rangeClosed(1, 13).mapToObj(String::valueOf))
            .toList();

    static PupilRow read(CsvRow row, RowReader reader, Set<Integer> registered, boolean strict) {
        if (strict) {
            reader.allowOnly(FIELD_SET);
        }
        return new PupilRow(
                row.index(),
                reader.school("schoolUrn", registered),
                reader.academicYear("academicYear"),
                reader.upn("upn"),
                reader.oneOf("yearGroup", YEAR_GROUPS),
                reader.oneOfOrNothing("sex", List.of("F", "M")),
                reader.flag("disadvantaged"),
                reader.oneOfOrNothing("senProvision", List.of("N", "K", "E")),
                reader.flag("eal"),
                reader.flag("lookedAfter"),
                reader.oneOfOrNothing("priorAttainment", List.of("low", "middle", "high")),
                reader.flag("mobile"),
                reader.needed("sourceSystem"),
                reader.moment("sourceUpdatedAt"));
    }
}
