package org.uplift.timetable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.uplift.term.TermName;

class HalfTermTest {
    /** From a Wednesday: the week of 2 September 2026 is week 1. */
    private static final LocalDate FIRST = LocalDate.of(2026, 9, 2);

    private static HalfTerm of(int days) {
        return new HalfTerm(IntStream.range(0, days)
                .mapToObj(FIRST::plusDays)
                .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0)
                .toList());
    }

    private static EntryTerms entry(int first, int last, @Nullable Weekday weekday) {
        return new EntryTerms(null, "learning-walk", null, TermName.AUTUMN, 1, first, last, weekday, null, null);
    }

    @Test
    void fallsOnItsWeekdayInItsWeek() {
        assertEquals(Optional.of(LocalDate.of(2026, 9, 8)), of(45).dayOf(entry(2, 2, Weekday.TUESDAY), 0, 1));
        assertEquals(
                Optional.of(LocalDate.of(2026, 9, 3)),
                of(45).dayOf(entry(1, 1, Weekday.THURSDAY), 0, 1),
                "the first week is that of the first school day, however short");
    }

    @Test
    void takesAnotherDayOfTheWeekWhereItsWeekdayIsClosed() {
        assertEquals(Optional.of(FIRST), of(45).dayOf(entry(1, 1, Weekday.MONDAY), 0, 1));
    }

    @Test
    void takesTheNearestDayBeforeWhereTheHalfTermIsTooShort() {
        assertEquals(Optional.of(LocalDate.of(2026, 9, 15)), of(14).dayOf(entry(7, 8, null), 0, 1));
    }

    @Test
    void takesTheFirstDayAfterWhereNothingIsBefore() {
        HalfTerm late = new HalfTerm(List.of(LocalDate.of(2026, 9, 3), LocalDate.of(2026, 9, 21)));
        assertEquals(Optional.of(LocalDate.of(2026, 9, 3)), late.dayOf(entry(2, 2, null), 0, 1));
    }

    @Test
    void isNowhereWithoutSchoolDays() {
        assertEquals(Optional.empty(), new HalfTerm(List.of()).dayOf(entry(1, 1, null), 0, 1));
    }

    @Test
    void elevenSchoolsInTwoWeeksAreSpreadOverItsDays() {
        HalfTerm half = of(45);
        List<LocalDate> days = IntStream.range(0, 10)
                .mapToObj(turn -> half.dayOf(entry(2, 3, null), turn, 10).orElseThrow())
                .toList();
        assertEquals(10, days.stream().distinct().count(), "each school has a day of its own");
        assertEquals(LocalDate.of(2026, 9, 7), days.getFirst());
        assertEquals(LocalDate.of(2026, 9, 18), days.getLast());
    }

    @Property
    void alwaysASchoolDayOfTheHalfTermAndFairlySpread(
            @ForAll @IntRange(min = 1, max = 60) int days,
            @ForAll @IntRange(min = 1, max = 9) int first,
            @ForAll @IntRange(max = 8) int more,
            @ForAll @IntRange(min = 1, max = 40) int turns) {
        HalfTerm half = of(days);
        EntryTerms entry = entry(first, Math.min(9, first + more), null);
        List<LocalDate> spread = IntStream.range(0, turns)
                .mapToObj(turn -> half.dayOf(entry, turn, turns).orElseThrow())
                .toList();
        assertTrue(half.schoolDays().containsAll(spread));
        assertEquals(spread.stream().sorted().toList(), spread, "later turns come later");
        long most = spread.stream()
                .distinct()
                .mapToLong(day -> spread.stream().filter(day::equals).count())
                .max()
                .orElseThrow();
        long least = spread.stream()
                .distinct()
                .mapToLong(day -> spread.stream().filter(day::equals).count())
                .min()
                .orElseThrow();
        assertTrue(most - least <= 1, "no day has two schools more than another");
    }
}
