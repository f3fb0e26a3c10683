package org.uplift.term;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.uplift.testing.Given;
import org.uplift.testing.UpliftTest;

/** What Uplift comes with is what the rules of England and Wales say, with the days that were moved and added. */
@UpliftTest
class BankHolidayTest {
    @Test
    void theHolidaysThatComeWithUpliftAreThoseOfTheRules() {
        TreeSet<LocalDate> expected = new TreeSet<>();
        for (int year = 2020; year <= 2028; year++) {
            expected.addAll(regular(year));
        }
        expected.remove(LocalDate.of(2020, Month.MAY, 4));
        expected.add(LocalDate.of(2020, Month.MAY, 8));
        expected.remove(LocalDate.of(2022, Month.MAY, 30));
        expected.add(LocalDate.of(2022, Month.JUNE, 2));
        expected.add(LocalDate.of(2022, Month.JUNE, 3));
        expected.add(LocalDate.of(2022, Month.SEPTEMBER, 19));
        expected.add(LocalDate.of(2023, Month.MAY, 8));
        List<LocalDate> stored = new ArrayList<>();
        Given.query(
                "select day from bank_holiday where day between '2020-01-01' and '2028-12-31' order by day",
                row -> stored.add(row.getObject(1, LocalDate.class)));
        assertEquals(List.copyOf(expected), stored);
    }

    private static List<LocalDate> regular(int year) {
        LocalDate easter = easter(year);
        LocalDate christmas = LocalDate.of(year, Month.DECEMBER, 25);
        List<LocalDate> days = new ArrayList<>(List.of(
                weekday(LocalDate.of(year, Month.JANUARY, 1)),
                easter.minusDays(2),
                easter.plusDays(1),
                LocalDate.of(year, Month.MAY, 1).with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY)),
                LocalDate.of(year, Month.MAY, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)),
                LocalDate.of(year, Month.AUGUST, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY))));
        // Of the two days of Christmas each that falls on a weekend moves behind the other.
        switch (christmas.getDayOfWeek()) {
            case FRIDAY -> days.addAll(List.of(christmas, christmas.plusDays(3)));
            case SATURDAY -> days.addAll(List.of(christmas.plusDays(2), christmas.plusDays(3)));
            case SUNDAY -> days.addAll(List.of(christmas.plusDays(1), christmas.plusDays(2)));
            default -> days.addAll(List.of(christmas, christmas.plusDays(1)));
        }
        return days;
    }

    private static LocalDate weekday(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.plusDays(2);
            case SUNDAY -> day.plusDays(1);
            default -> day;
        };
    }

    /** Easter Sunday by the Gregorian computus. */
    private static LocalDate easter(int year) {
        int golden = year % 19;
        int century = year / 100;
        int epact = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15) % 30;
        int moon = epact - epact / 28 * (1 - epact / 28 * (29 / (epact + 1)) * ((21 - golden) / 11));
        int weekday = (year + year / 4 + moon + 2 - century + century / 4) % 7;
        return LocalDate.of(year, Month.MARCH, 28).plusDays((long) moon - weekday);
    }
}
