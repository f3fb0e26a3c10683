package org.uplift.outcome;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.uplift.ingest.CsvRow;
import org.uplift.ingest.RowError;

/**
 * A row of a file of published results.
 *
 * @param kind what it is about
 * @param code URN of a school, code of a local authority, 0 for England
 * @param label for people
 * @param errors why it can't be taken in
 */
record PublishedRow(Kind kind, int code, String label, List<PublishedValue> values, List<RowError> errors) {
    private static final Pattern SIX_DIGITS = Pattern.compile("[1-9]\\d{5}");
    private static final Pattern THREE_DIGITS = Pattern.compile("[1-9]\\d{2}");

    /** What a row is about, by its record type. */
    enum Kind {
        SCHOOL,
        LOCAL_AUTHORITY,
        ENGLAND_ALL_SCHOOLS,
        ENGLAND_STATE_FUNDED,
        UNKNOWN;

        static Kind of(@Nullable String recordType) {
            return switch (recordType == null ? "" : recordType) {
                case "1", "2" -> SCHOOL;
                case "3" -> LOCAL_AUTHORITY;
                case "4" -> ENGLAND_ALL_SCHOOLS;
                case "5" -> ENGLAND_STATE_FUNDED;
                default -> UNKNOWN;
            };
        }
    }

    static PublishedRow read(CsvRow row, PublishedLayout layout, PublishedCodes codes) {
        String recordType = layout.value(row, PublishedLayout.RECORD_TYPE);
        Kind kind = Kind.of(recordType);
        String name = layout.value(row, PublishedLayout.NAME);
        List<RowError> errors = new ArrayList<>();
        int code = 0;
        switch (kind) {
            case SCHOOL -> code = code(row, layout, PublishedLayout.URN, SIX_DIGITS, "A URN has six digits", errors);
            case LOCAL_AUTHORITY ->
                code = code(
                        row,
                        layout,
                        PublishedLayout.AUTHORITY,
                        THREE_DIGITS,
                        "The code of a local authority has three digits",
                        errors);
            case UNKNOWN ->
                errors.add(RowError.at(
                        row.index(),
                        PublishedLayout.RECORD_TYPE,
                        "unknown-code",
                        "\"" + (recordType == null ? "" : recordType) + "\" is not a type of record; 1 to 5 are."));
            case ENGLAND_ALL_SCHOOLS -> {
                return new PublishedRow(kind, 0, "England, all schools", List.of(), List.of());
            }
            case ENGLAND_STATE_FUNDED -> name = "England, state-funded schools";
        }
        PublishedFigures.Reading reading = PublishedFigures.read(row, layout, codes);
        errors.addAll(reading.errors());
        return new PublishedRow(kind, code, label(kind, name, code), reading.values(), errors);
    }

    private static int code(
            CsvRow row, PublishedLayout layout, String column, Pattern form, String rule, List<RowError> errors) {
        String text = layout.value(row, column);
        if (text != null && form.matcher(text).matches()) {
            return Integer.parseInt(text);
        }
        errors.add(RowError.at(
                row.index(),
                column,
                column.equals(PublishedLayout.URN) ? "urn" : "local-authority",
                rule + "; this row has \"" + (text == null ? "" : text) + "\"."));
        return 0;
    }

    private static String label(Kind kind, @Nullable String name, int code) {
        if (name != null) {
            return name;
        }
        return kind == Kind.LOCAL_AUTHORITY ? "Local authority " + code : "School " + code;
    }
}
