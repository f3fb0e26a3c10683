package org.uplift.inspection;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.uplift.ingest.CsvRow;
import org.uplift.ingest.Invisible;
import org.uplift.ingest.RowError;

/** The values of a row of the monthly file; what cannot be read is nothing, and an error. */
final class OfstedValues {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd/MM/uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final int LONGEST_TEXT = 300;
    private static final int LONGEST_SHOWN = 80;

    private final CsvRow row;
    private final List<RowError> errors = new ArrayList<>();

    OfstedValues(CsvRow row) {
        this.row = row;
    }

    List<RowError> errors() {
        return errors;
    }

    /** What the row says, as it stands there. */
    @Nullable
    String raw(Column column) {
        return column.value(row);
    }

    boolean has(Column column) {
        return raw(column) != null;
    }

    /** The URN, or 0 when it is none. */
    int urn(Column column) {
        String urn = raw(column);
        if (urn == null || !urn.matches("[1-9]\\d{5}")) {
            error(
                    column,
                    "urn",
                    urn == null ? "There is no URN." : "A URN has six digits; this row has \"" + shown(urn) + "\".");
            return 0;
        }
        return Integer.parseInt(urn);
    }

    @Nullable
    LocalDate date(Column column) {
        String text = raw(column);
        if (text == null) {
            return null;
        }
        Optional<LocalDate> date = day(text);
        if (date.isEmpty()) {
            error(column, "date", "\"" + shown(text) + "\" is not a date as 31/08/2026.");
        }
        return date.orElse(null);
    }

    /** The date that a text is, if it is one. */
    static Optional<LocalDate> day(@Nullable String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(LocalDate.parse(text, DAY));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** The entry of a code list that a value means. */
    Optional<Code> code(List<Code> list, Column column) {
        String said = raw(column);
        return said == null ? Optional.empty() : known(list, column, said);
    }

    /** The entry of a code list that a text means; an error of the column when it is none. */
    Optional<Code> known(List<Code> list, Column column, String said) {
        Optional<Code> code = Framework.find(list, said);
        if (code.isEmpty()) {
            error(
                    column,
                    "unknown-code",
                    "\"" + shown(said) + "\" is not one of "
                            + String.join(", ", list.stream().map(Code::label).toList()) + ".");
        }
        return code;
    }

    @Nullable
    String text(Column column) {
        String text = raw(column);
        if (text != null && text.length() > LONGEST_TEXT) {
            error(column, "too-long", "It has " + text.length() + " characters, " + LONGEST_TEXT + " are allowed.");
            return null;
        }
        Optional<String> invisible = text == null ? Optional.empty() : Invisible.in(text);
        if (invisible.isPresent()) {
            error(column, Invisible.CODE, invisible.get());
            return null;
        }
        return text;
    }

    /** As much of a value as a message needs. */
    static String shown(String value) {
        return value.length() <= LONGEST_SHOWN ? value : value.substring(0, LONGEST_SHOWN) + "…";
    }

    void error(Column column, String code, String message) {
        errors.add(RowError.at(row.index(), column.nameIn(row), code, message));
    }
}
