package org.uplift.stack.demonstration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TermCalendarTest {
    @Test
    void theTermsOfAnyYearFollowOneAnother() {
        for (int year = 2015; year < 2060; year++) {
            for (int earlier = 0; earlier <= 1; earlier++) {
                List<LocalDate> days = days(TermCalendar.terms(year, earlier));
                assertEquals(days.stream().sorted().distinct().toList(), days);
                assertTrue(!days.getFirst().isBefore(LocalDate.of(year, 9, 1)), days.toString());
                assertTrue(days.getLast().isBefore(LocalDate.of(year + 1, 8, 1)), days.toString());
            }
        }
    }

    @Test
    void aYearIsAsItWasInEngland() {
        assertEquals(
                Stream.of(
                                "2026-09-01",
                                "2026-10-26",
                                "2026-10-30",
                                "2026-12-18", //
                                "2027-01-05",
                                "2027-02-15",
                                "2027-02-19",
                                "2027-03-25", //
                                "2027-04-12",
                                "2027-05-31",
                                "2027-06-04",
                                "2027-07-21")
                        .map(LocalDate::parse)
                        .toList(),
                days(TermCalendar.terms(2026, 0)));
    }

    private static List<LocalDate> days(Map<String, Object> terms) {
        return terms.values().stream()
                .map(term -> (Map<?, ?>) term)
                .flatMap(term -> Stream.of("firstDay", "halfTermFirstDay", "halfTermLastDay", "lastDay")
                        .map(name -> LocalDate.parse(String.valueOf(term.get(name)))))
                .toList();
    }
}
