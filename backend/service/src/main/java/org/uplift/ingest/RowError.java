package org.uplift.ingest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.uplift.platform.Problem;

/** Why a row, or one value of it, was not taken. */
@Schema(description = "Why a row, or one value of it, was not taken.")
public record RowError(
        @Schema(description = "JSON Pointer to the row or value; rows count from 0", examples = "/rows/0/upn")
        String path,

        @Schema(description = "Stable code of the rule", examples = "upn-check-letter")
        String code,

        @Schema(description = "What was found and what was expected, for people")
        String message,

        @Schema(description = "More about it, where there is more") @Nullable
        String detail) {

    public static RowError at(int row, String field, String code, String message) {
        return new RowError(path(row, field), code, message, null);
    }

    /** What is wrong with a field of rows that are yet to be named. */
    public static RowError of(String field, String code, String message) {
        return new RowError("/" + field, code, message, null);
    }

    /** The same about one of the rows. */
    RowError at(int row) {
        return new RowError("/rows/" + row + path, code, message, detail);
    }

    /** A row that is wrong as a whole. */
    public static RowError ofRow(int row, String code, String message) {
        return new RowError("/rows/" + row, code, message, null);
    }

    /** What is said of a file with a row that is too long to be one; nothing after it can be trusted. */
    static Problem tooLong(int row) {
        return Problem.invalid(
                "/rows/" + row,
                "row-too-long",
                "Row " + row + " (from 0) is longer than " + RowSource.LONGEST_ROW
                        + " characters: a quote is not closed, or a line end is missing.");
    }

    /** The JSON Pointer of a value. */
    public static String path(int row, String field) {
        return "/rows/" + row + "/" + field.replace("~", "~0").replace("/", "~1");
    }
}
