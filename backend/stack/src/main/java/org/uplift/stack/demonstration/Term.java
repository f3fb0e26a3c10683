package org.uplift.stack.demonstration;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** A term of the schools, with the sessions (half days) that a pupil can attend in it. */
enum Term {
    AUTUMN(Month.SEPTEMBER, 3, Month.DECEMBER, 18, 142),
    SPRING(Month.JANUARY, 5, Month.MARCH, 27, 118),
    SUMMER(Month.APRIL, 13, Month.JULY, 20, 120);

    private final Month firstMonth;
    private final int firstDay;
    private final Month lastMonth;
    private final int lastDay;
    private final int sessions;

    Term(Month firstMonth, int firstDay, Month lastMonth, int lastDay, int sessions) {
        this.firstMonth = firstMonth;
        this.firstDay = firstDay;
        this.lastMonth = lastMonth;
        this.lastDay = lastDay;
        this.sessions = sessions;
    }

    /** As it is called in rows. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    private int calendarYear(int taught) {
        return this == AUTUMN ? taught : taught + 1;
    }

    private LocalDate first(int taught) {
        return LocalDate.of(calendarYear(taught), firstMonth, firstDay);
    }

    LocalDate last(int taught) {
        return LocalDate.of(calendarYear(taught), lastMonth, lastDay);
    }

    /** The day on which a school sent it last: when the term was over for a while, or at the end of last week. */
    LocalDate sent(int taught, LocalDate today) {
        LocalDate friday = today.with(TemporalAdjusters.previous(DayOfWeek.FRIDAY));
        LocalDate complete = last(taught).plusWeeks(2);
        return friday.isBefore(complete) ? friday : complete;
    }

    /** The sessions up to a day; none before the first week is over. */
    int sessionsUntil(int taught, LocalDate day) {
        long whole = ChronoUnit.DAYS.between(first(taught), last(taught)) + 1;
        long over = Math.clamp(ChronoUnit.DAYS.between(first(taught), day) + 1, 0, whole);
        return over < 5 ? 0 : Math.toIntExact(sessions * over / whole);
    }
}
