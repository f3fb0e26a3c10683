package org.uplift.school;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.uplift.activity.Change;
import org.uplift.ingest.CsvRow;
import org.uplift.ingest.Invisible;
import org.uplift.ingest.RowError;

/**
 * One fact about a school that comes from the register.
 *
 * @param name the fact as the API calls it
 * @param column the column of the register's file
 * @param needed a school cannot be without it
 * @param form what a value looks like, for people
 */
record RegisterField<T>(
        String name,
        String column,
        boolean needed,
        String form,
        Function<String, T> reader,
        Function<School, @Nullable T> getter,
        BiConsumer<School, @Nullable T> setter) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd-MM-uuuu");
    private static final Set<String> NOTHING = Set.of("Not applicable", "Does not apply");
    private static final int LONGEST = 300;

    static RegisterField<String> text(
            String name, String column, Function<School, @Nullable String> getter, BiConsumer<School, String> setter) {
        return new RegisterField<>(
                name, column, false, LONGEST + " characters at most", RegisterField::text, getter, setter);
    }

    static RegisterField<Integer> number(
            String name,
            String column,
            Function<School, @Nullable Integer> getter,
            BiConsumer<School, Integer> setter) {
        return new RegisterField<>(name, column, false, "a whole number", RegisterField::number, getter, setter);
    }

    static RegisterField<LocalDate> day(
            String name,
            String column,
            Function<School, @Nullable LocalDate> getter,
            BiConsumer<School, LocalDate> setter) {
        return new RegisterField<>(
                name, column, false, "a date as 31-08-2026", text -> LocalDate.parse(text, DAY), getter, setter);
    }

    RegisterField<T> asNeeded() {
        return new RegisterField<>(name, column, true, form, reader, getter, setter);
    }

    /** What is wrong with the value of a row, if anything. */
    Optional<RowError> check(CsvRow row) {
        String value = row.value(column);
        if (value == null) {
            return needed
                    ? Optional.of(RowError.at(row.index(), column, "required", "There is no value for " + column + "."))
                    : Optional.empty();
        }
        Optional<String> invisible = Invisible.in(value);
        if (invisible.isPresent()) {
            return Optional.of(RowError.at(row.index(), column, Invisible.CODE, invisible.get()));
        }
        return isReadable(value)
                ? Optional.empty()
                : Optional.of(RowError.at(
                        row.index(), column, "wrong-form", "\"" + shorten(value) + "\" is not " + form + "."));
    }

    private boolean isReadable(String value) {
        try {
            return reader.apply(value) != null;
        } catch (NumberFormatException | DateTimeParseException e) {
            return false;
        }
    }

    /** Takes the value of a row over; a file or a row that says nothing about it leaves it as it is. */
    Optional<Change> take(School school, CsvRow row) {
        if (!row.says(column)) {
            return Optional.empty();
        }
        String value = row.value(column);
        @Nullable T after = value == null || (!needed && NOTHING.contains(value)) ? null : reader.apply(value);
        @Nullable T before = getter.apply(school);
        if (Objects.equals(before, after)) {
            return Optional.empty();
        }
        setter.accept(school, after);
        return Optional.of(new Change(name, words(before), words(after)));
    }

    private static @Nullable String words(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static String text(String value) {
        if (value.length() > LONGEST) {
            throw new NumberFormatException("too long");
        }
        return value;
    }

    private static Integer number(String value) {
        int number = Integer.parseInt(value);
        if (number < 0) {
            throw new NumberFormatException(value);
        }
        return number;
    }

    private static String shorten(String value) {
        return value.length() <= 40 ? value : value.substring(0, 40) + "…";
    }
}
