package org.uplift.ingest;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the values of one row after another, and collects everything that is wrong with the present one. What it has
 * read before it knows: a file says the same few dates and codes a million times.
 */
public final class RowReader {
    private static final int LONGEST = 50;
    private static final int REMEMBERED = 4_096;
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private final @Nullable Set<String> allowed;
    private final Instant now;
    private final LocalDate today;
    private final Map<String, Map<String, Object>> remembered = new HashMap<>();
    private final List<RowError> errors = new ArrayList<>();
    private Set<String> lookedAt = Set.of();
    private int lookedAtSize;
    private List<String> unknown = List.of();
    private CsvRow row = CsvRow.of(0, Map.of());

    private RowReader(@Nullable Set<String> allowed, Clock clock) {
        this.allowed = allowed;
        now = clock.instant();
        today = LocalDate.now(clock);
    }

    /** A reader that passes over fields which it does not know, as files of other systems have them. */
    public static RowReader lenient(Clock clock) {
        return new RowReader(null, clock);
    }

    /** A reader that refuses fields which it does not know: a misspelt one would otherwise be lost in silence. */
    public static RowReader strict(Collection<String> allowed, Clock clock) {
        return new RowReader(Set.copyOf(allowed), clock);
    }

    /** Goes on to a row. */
    public RowReader at(CsvRow next) {
        row = next;
        errors.clear();
        if (allowed != null) {
            refuseUnknown(allowed, next.columns());
        }
        return this;
    }

    /** Rows of a file share their columns, so that the unknown ones are looked for when there are other columns only. */
    private void refuseUnknown(Set<String> known, Set<String> columns) {
        if (columns != lookedAt || columns.size() != lookedAtSize) {
            unknown = columns.stream().filter(field -> !known.contains(field)).toList();
            lookedAt = columns;
            lookedAtSize = columns.size();
        }
        for (String field : unknown) {
            if (row.value(field) != null) {
                refuse(field, "unknown-field", "There is no field \"" + shorten(field) + "\" here.");
            }
        }
    }

    /** The place of the row, from 0. */
    public int index() {
        return row.index();
    }

    /** Whether nothing is wrong so far. */
    public boolean isSound() {
        return errors.isEmpty();
    }

    /** What is wrong with the row. */
    public List<RowError> errors() {
        return List.copyOf(errors);
    }

    public void refuse(String field, String code, String message) {
        errors.add(RowError.at(row.index(), field, code, message));
    }

    public boolean has(String field) {
        return row.value(field) != null;
    }

    /** The value as it is, whatever it is. */
    public @Nullable String value(String field) {
        return row.value(field);
    }

    /** A short text. */
    public @Nullable String text(String field) {
        String value = row.value(field);
        if (value == null) {
            return null;
        }
        if (value.length() > LONGEST) {
            refuse(field, "wrong-form", "It is longer than " + LONGEST + " characters.");
            return null;
        }
        Optional<String> invisible = Invisible.in(value);
        if (invisible.isPresent()) {
            refuse(field, Invisible.CODE, invisible.get());
            return null;
        }
        return value;
    }

    /** A short text that has to be there; blank when it is not. */
    public String needed(String field) {
        if (row.value(field) == null) {
            missing(field);
            return "";
        }
        String value = text(field);
        return value == null ? "" : value;
    }

    /** Notes that a value is missing. */
    public void missing(String field) {
        refuse(field, "required", "There is no value for " + field + ".");
    }

    /** The URN of one of these schools, into which the sender may push; 0 when it is not one. */
    public int school(String field, Set<Integer> registered) {
        String value = row.value(field);
        if (value == null) {
            missing(field);
            return 0;
        }
        Integer urn = remember("urn", value, RowReader::urn);
        if (urn == null) {
            refuse(field, "urn", "A URN has six digits; this row has \"" + shorten(value) + "\".");
            return 0;
        }
        if (!registered.contains(urn)) {
            refuse(
                    field,
                    "school-not-registered",
                    "You are not registered to send data of school " + urn + ", or it is not in the register.");
        }
        return urn;
    }

    public String oneOf(String field, Collection<String> values) {
        String value = needed(field);
        check(field, value, values);
        return value;
    }

    public @Nullable String oneOfOrNothing(String field, Collection<String> values) {
        String value = text(field);
        if (value != null) {
            check(field, value, values);
        }
        return value;
    }

    private void check(String field, String value, Collection<String> values) {
        if (!value.isEmpty() && !values.contains(value)) {
            refuse(field, "unknown-code", "\"" + shorten(value) + "\" is none of " + String.join(", ", values) + ".");
        }
    }

    public @Nullable Boolean flag(String field) {
        return parsed(field, "true or false", value -> switch (value) {
            case "true", "1", "Y", "y", "TRUE", "True" -> true;
            case "false", "0", "N", "n", "FALSE", "False" -> false;
            default -> throw new NumberFormatException(value);
        });
    }

    public @Nullable BigDecimal number(String field) {
        return parsed(field, "a number", RowReader::plainNumber);
    }

    /** A whole number from 0; 0 when it is not there, which is refused. */
    public int count(String field, int most) {
        if (row.value(field) == null) {
            missing(field);
            return 0;
        }
        Integer value = parsed(field, "a whole number", text -> {
            if (!isDigits(text) || text.length() > 6) {
                throw new NumberFormatException(text);
            }
            return Integer.valueOf(text);
        });
        if (value != null && value > most) {
            refuse(field, "out-of-range", value + " is more than " + most + ".");
        }
        return value == null ? 0 : value;
    }

    public @Nullable LocalDate date(String field) {
        return parsed(field, "a date as 2026-07-14", LocalDate::parse);
    }

    /** The day of something that has happened. */
    public @Nullable LocalDate pastDate(String field) {
        LocalDate date = date(field);
        if (date != null && date.isAfter(today)) {
            refuse(field, "in-the-future", date + " has not come yet; today is " + today + ".");
        }
        return date;
    }

    /** When the source last changed the row; it decides which of two rows is the newer. */
    public Instant moment(String field) {
        if (row.value(field) == null) {
            missing(field);
            return EARLIEST;
        }
        Instant moment = parsed(
                field,
                "a moment as 2026-07-14T09:30:00Z",
                value -> OffsetDateTime.parse(value).toInstant());
        if (moment != null && moment.isBefore(EARLIEST)) {
            refuse(field, "out-of-range", "It is before 1990.");
        }
        if (moment != null && moment.isAfter(now.plus(CLOCKS_DIFFER))) {
            refuse(
                    field,
                    "in-the-future",
                    moment + " has not come yet; now is " + now.truncatedTo(ChronoUnit.SECONDS)
                            + ". Set the clock of the sending system.");
        }
        return moment == null ? EARLIEST : moment;
    }

    /**
     * A value in a form of its own.
     *
     * @param form what the form is, for people: also what tells one reading from another
     * @param reading throws when the value is not of the form
     */
    @SuppressWarnings("unchecked")
    public <T> @Nullable T parsed(String field, String form, Function<String, T> reading) {
        String value = row.value(field);
        if (value == null) {
            return null;
        }
        try {
            return (T) remember(form, value, reading::apply);
        } catch (NumberFormatException | DateTimeException e) {
            refuse(field, "wrong-form", "\"" + shorten(value) + "\" is not " + form + ".");
            return null;
        }
    }

    private <T> @Nullable T remember(String form, String value, Function<String, @Nullable T> reading) {
        Map<String, Object> known = remembered.computeIfAbsent(form, none -> new HashMap<>());
        @SuppressWarnings("unchecked")
        T before = (T) known.get(value);
        if (before != null) {
            return before;
        }
        T read = reading.apply(value);
        if (read != null && known.size() < REMEMBERED) {
            known.put(value, read);
        }
        return read;
    }

    private static @Nullable Integer urn(String value) {
        return value.length() == 6 && isDigits(value) ? Integer.valueOf(value) : null;
    }

    private static BigDecimal plainNumber(String value) {
        int digits = value.startsWith("-") ? 1 : 0;
        int point = value.indexOf('.');
        String whole = value.substring(digits, point < 0 ? value.length() : point);
        String part = point < 0 ? "0" : value.substring(point + 1);
        if (!isDigits(whole) || whole.length() > 6 || !isDigits(part) || part.length() > 6) {
            throw new NumberFormatException(value);
        }
        return new BigDecimal(value);
    }

    private static boolean isDigits(String value) {
        for (int at = 0; at < value.length(); at++) {
            if (value.charAt(at) < '0' || value.charAt(at) > '9') {
                return false;
            }
        }
        return !value.isEmpty();
    }

    private static String shorten(String value) {
        return value.length() <= 40 ? value : value.substring(0, 40) + "…";
    }
}
