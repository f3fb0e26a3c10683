package org.uplift.stack.demonstration;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.uplift.stack.Api;

/** Term dates as English trusts set them, for the years of which anything is known, this one and the next. */
final class TermCalendar {
    private static final String TRUST_LEADER = "trust.leader";
    /** Has two weeks of half-term in autumn. */
    private static final int LONG_HALF_TERM = 900009;
    /** Votes are cast in its hall. */
    private static final int POLLING_STATION = 900001;

    private final Api api;

    TermCalendar(Api api) {
        this.api = api;
    }

    void set(InventedTrust trust) {
        for (int year = trust.firstYear(); year <= trust.year() + 1; year++) {
            LocalDate training = autumn(year);
            set(
                    "/term-dates",
                    year,
                    Map.of(
                            "terms", terms(year, 0),
                            "closedDays",
                                    List.of(
                                            closed(training, "Staff training"),
                                            closed(spring(year), "Staff training"))));
            set(
                    "/schools/" + LONG_HALF_TERM + "/term-dates",
                    year,
                    Map.of("terms", terms(year, 1), "closedDays", List.of()));
        }
        LocalDate election =
                LocalDate.of(trust.year() + 1, Month.MAY, 1).with(TemporalAdjusters.firstInMonth(DayOfWeek.THURSDAY));
        set(
                "/schools/" + POLLING_STATION + "/term-dates",
                trust.year(),
                Map.of("closedDays", List.of(closed(election, "Polling station"))));
    }

    private void set(String path, int year, Map<String, Object> dates) {
        api.put(TRUST_LEADER, path + "?academicYear=" + year + "/" + (year + 1), "0", dates);
    }

    private static Map<String, Object> closed(LocalDate date, String label) {
        return Map.of("date", date.toString(), "label", label);
    }

    /**
     * The terms of an academic year.
     *
     * @param year the calendar year in which it starts
     * @param earlier by how many weeks the half-term in autumn starts earlier
     */
    static Map<String, Object> terms(int year, int earlier) {
        LocalDate october = LocalDate.of(year, Month.OCTOBER, 22).with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
        LocalDate february =
                LocalDate.of(year + 1, Month.FEBRUARY, 12).with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
        LocalDate may = LocalDate.of(year + 1, Month.MAY, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY));
        LocalDate easter = easter(year + 1);
        boolean early = easter.getMonth() == Month.MARCH;
        Map<String, Object> terms = new LinkedHashMap<>();
        terms.put(
                "autumn",
                term(
                        autumn(year),
                        october.minusWeeks(earlier),
                        october.plusDays(4),
                        LocalDate.of(year, Month.DECEMBER, 22)
                                .with(TemporalAdjusters.previousOrSame(DayOfWeek.FRIDAY))));
        terms.put("spring", term(spring(year), february, february.plusDays(4), easter.minusDays(early ? 3 : 9)));
        terms.put(
                "summer",
                term(
                        easter.plusDays(early ? 15 : 8),
                        may,
                        may.plusDays(4),
                        LocalDate.of(year + 1, Month.JULY, 24)
                                .with(TemporalAdjusters.previousOrSame(DayOfWeek.WEDNESDAY))));
        return terms;
    }

    private static LocalDate autumn(int year) {
        return LocalDate.of(year, Month.SEPTEMBER, 1).with(TemporalAdjusters.nextOrSame(DayOfWeek.TUESDAY));
    }

    private static LocalDate spring(int year) {
        return LocalDate.of(year + 1, Month.JANUARY, 3).with(TemporalAdjusters.nextOrSame(DayOfWeek.TUESDAY));
    }

    private static Map<String, String> term(
            LocalDate first, LocalDate breakFirst, LocalDate breakLast, LocalDate last) {
        return Map.of(
                "firstDay", first.toString(),
                "halfTermFirstDay", breakFirst.toString(),
                "halfTermLastDay", breakLast.toString(),
                "lastDay", last.toString());
    }

    /** Easter Sunday by the Gregorian computus. */
    static LocalDate easter(int year) {
        int golden = year % 19;
        int century = year / 100;
        int epact = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15) % 30;
        int moon = epact - epact / 28 * (1 - epact / 28 * (29 / (epact + 1)) * ((21 - golden) / 11));
        int weekday = (year + year / 4 + moon + 2 - century + century / 4) % 7;
        return LocalDate.of(year, Month.MARCH, 28).plusDays((long) moon - weekday);
    }
}
