package org.uplift.pupil;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.uplift.ingest.CsvRow;
import org.uplift.ingest.RowError;
import org.uplift.school.AcademicYear;

/** Reads the values of one row, and collects everything that is wrong with it. */
final class RowReader {
    private static final int LONGEST = 50;
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    private final CsvRow row;
    private final List<RowError> errors = new ArrayList<>();

    RowReader(CsvRow row) {
        this.row = row;
    }

    List<RowError> errors() {
        return errors;
    }

    void refuse(String field, String code, String message) {
        errors.add(RowError.at(row.index(), field, code, message));
    }

    /** A JSON row may only have fields that are known; a misspelt one would otherwise be lost in silence. */
    void allowOnly(Set<String> fields) {
        for (String field : row.cells().keySet()) {
            if (!fields.contains(field)) {
                refuse(field, "unknown-field", "There is no field \"" + shorten(field) + "\" here.");
            }
        }
    }

    boolean has(String field) {
        return row.value(field) != null;
    }

    @Nullable
    String text(String field) {
        String value = row.value(field);
        if (value != null && (value.length() > LONGEST || value.chars().anyMatch(Character::isISOControl))) {
            refuse(field, "wrong-form", "It is longer than " + LONGEST + " characters, or holds control characters.");
            return null;
        }
        return value;
    }

    String needed(String field) {
        if (row.value(field) == null) {
            refuse(field, "required", "There is no value for " + field + ".");
        }
        String value = text(field);
        return value == null ? "" : value;
    }

    @Nullable
    Upn upn(String field) {
        String value = row.value(field);
        if (value == null) {
            refuse(field, "required", "There is no value for " + field + ".");
            return null;
        }
        Upn upn = Upn.of(value);
        Upn.Fault fault = upn.fault();
        if (fault != null) {
            refuse(field, fault.code, fault.message);
            return null;
        }
        return upn;
    }

    /** The URN of a school into which the client may push; 0 when it is not one. */
    int school(String field, Set<Integer> registered) {
        String value = row.value(field);
        if (value == null) {
            refuse(field, "required", "There is no value for " + field + ".");
            return 0;
        }
        if (!value.matches("\\d{6}")) {
            refuse(field, "urn", "A URN has six digits; this row has \"" + shorten(value) + "\".");
            return 0;
        }
        int urn = Integer.parseInt(value);
        if (!registered.contains(urn)) {
            refuse(
                    field,
                    "school-not-registered",
                    "You are not registered to send data of school " + urn + ", or it is not in the register.");
        }
        return urn;
    }

    int academicYear(String field) {
        String value = needed(field);
        Optional<AcademicYear> year = AcademicYear.read(value);
        if (year.isEmpty() && !value.isEmpty()) {
            refuse(
                    field,
                    "academic-year",
                    "\"" + shorten(value) + "\" is not an academic year; write it as 2025/2026.");
        }
        return year.map(AcademicYear::start).orElse(0);
    }

    String oneOf(String field, Collection<String> allowed) {
        String value = needed(field);
        check(field, value, allowed);
        return value;
    }

    @Nullable
    String oneOfOrNothing(String field, Collection<String> allowed) {
        String value = text(field);
        if (value != null) {
            check(field, value, allowed);
        }
        return value;
    }

    private void check(String field, String value, Collection<String> allowed) {
        if (!value.isEmpty() && !allowed.contains(value)) {
            refuse(field, "unknown-code", "\"" + shorten(value) + "\" is none of " + String.join(", ", allowed) + ".");
        }
    }

    @Nullable
    Boolean flag(String field) {
        String value = row.value(field);
        if (value == null) {
            return null;
        }
        return switch (value) {
            case "true", "1", "Y", "y", "TRUE", "True" -> true;
            case "false", "0", "N", "n", "FALSE", "False" -> false;
            default -> {
                refuse(field, "wrong-form", "\"" + shorten(value) + "\" is neither true nor false.");
                yield null;
            }
        };
    }

    @Nullable
    BigDecimal number(String field) {
        return parsed(field, "a number", value -> {
            if (!value.matches("-?\\d{1,6}(\\.\\d{1,6})?")) {
                throw new NumberFormatException(value);
            }
            return new BigDecimal(value);
        });
    }

    @Nullable
    LocalDate date(String field) {
        return parsed(field, "a date as 2026-07-14", LocalDate::parse);
    }

    /** When the source last changed the row; it decides which of two rows is the newer. */
    Instant moment(String field) {
        needed(field);
        Instant moment = parsed(
                field,
                "a moment as 2026-07-14T09:30:00Z",
                value -> OffsetDateTime.parse(value).toInstant());
        if (moment != null && (moment.isBefore(EARLIEST) || moment.isAfter(LATEST))) {
            refuse(field, "out-of-range", "It is not between 1990 and 2100.");
        }
        return moment == null ? EARLIEST : moment;
    }

    private <T> @Nullable T parsed(String field, String form, Function<String, T> reader) {
        String value = row.value(field);
        if (value == null) {
            return null;
        }
        try {
            return reader.apply(value);
        } catch (NumberFormatException | DateTimeException e) {
            refuse(field, "wrong-form", "\"" + shorten(value) + "\" is not " + form + ".");
            return null;
        }
    }

    private static String shorten(String value) {
        return value.length() <= 40 ? value : value.substring(0, 40) + "…";
    }
}
