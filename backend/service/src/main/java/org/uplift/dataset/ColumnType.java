package org.uplift.dataset;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.uplift.platform.Problem;
import org.uplift.school.AcademicYear;

@Schema(description = "What the values of a column are; an academic year is written 2025/2026, a date 2026-07-14.")
public enum ColumnType {
    TEXT("a text", "text"),
    INTEGER("a whole number", "int"),
    NUMBER("a number", "numeric"),
    BOOLEAN("true or false", "boolean"),
    DATE("a date as 2026-07-14", "date"),
    ACADEMIC_YEAR("an academic year as 2025/2026", "int");

    private static final int MOST_DIGITS = 40;

    private final String words;
    private final String sql;

    ColumnType(String words, String sql) {
        this.words = words;
        this.sql = sql;
    }

    /** As the database calls it. */
    String sql() {
        return sql;
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** How a value of this type is stored that was sent as text; refuses any other with its path. */
    Object stored(String path, String sent) {
        try {
            return switch (this) {
                case TEXT -> sent;
                case INTEGER -> Integer.valueOf(sent);
                case NUMBER -> number(sent);
                case BOOLEAN -> truth(sent);
                case DATE -> LocalDate.parse(sent);
                case ACADEMIC_YEAR -> AcademicYear.read(sent).orElseThrow().start();
            };
        } catch (IllegalArgumentException | DateTimeException | java.util.NoSuchElementException e) {
            throw Problem.invalid(path, "wrong-type", "\"" + sent + "\" is not " + words + ".");
        }
    }

    private static BigDecimal number(String sent) {
        BigDecimal number = new BigDecimal(sent);
        if (number.precision() > MOST_DIGITS || Math.abs(number.scale()) > MOST_DIGITS) {
            throw new NumberFormatException(sent);
        }
        return number;
    }

    private static Boolean truth(String sent) {
        if (!sent.equals("true") && !sent.equals("false")) {
            throw new IllegalArgumentException(sent);
        }
        return Boolean.valueOf(sent);
    }
}
