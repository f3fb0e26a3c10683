package org.uplift.timetable;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A half-term of a place.
 *
 * @param schoolDays in their order
 */
record HalfTerm(List<LocalDate> schoolDays) {
    /**
     * The day on which an entry of the template falls: among the school days of its weeks, on its weekday where it has one
     * and that is open; where these weeks have none, the nearest before them, else the first after. Several schools
     * are spread over the days that there are.
     *
     * @param turn of a school among those that the entry is for, from 0
     * @param turns how many these are
     */
    Optional<LocalDate> dayOf(EntryTerms entry, int turn, int turns) {
        if (schoolDays.isEmpty()) {
            return Optional.empty();
        }
        List<LocalDate> weeks = those(day -> week(day) >= entry.firstWeek() && week(day) <= entry.lastWeek());
        Weekday weekday = entry.weekday();
        List<LocalDate> onDay = weekday == null
                ? weeks
                : weeks.stream()
                        .filter(day -> day.getDayOfWeek().getValue() == weekday.number())
                        .toList();
        List<LocalDate> days = onDay.isEmpty() ? weeks : onDay;
        if (days.isEmpty()) {
            List<LocalDate> before = those(day -> week(day) < entry.firstWeek());
            return Optional.of(before.isEmpty() ? schoolDays.getFirst() : before.getLast());
        }
        return Optional.of(days.get((int) ((long) turn * days.size() / turns)));
    }

    private List<LocalDate> those(Predicate<LocalDate> wanted) {
        return schoolDays.stream().filter(wanted).toList();
    }

    /** Which week of the half-term a day is in; that of its first school day is 1. */
    private long week(LocalDate day) {
        return ChronoUnit.WEEKS.between(monday(schoolDays.getFirst()), monday(day)) + 1;
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
