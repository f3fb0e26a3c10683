package org.uplift.term;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TermOfYearTest {
    private static String of(String day) {
        return TermOfYear.of(LocalDate.parse(day)).words();
    }

    @Test
    void everyDayIsInOneTerm() {
        assertEquals("autumn 2026/2027", of("2026-09-01"));
        assertEquals("autumn 2026/2027", of("2026-12-31"));
        assertEquals("spring 2026/2027", of("2027-01-01"));
        assertEquals("spring 2026/2027", of("2027-03-31"));
        assertEquals("summer 2026/2027", of("2027-04-01"));
        assertEquals("summer 2026/2027", of("2027-08-31"));
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(0, 20_000).map(LocalDate.of(2000, 1, 1)::plusDays);
    }

    @Property
    void termsFollowEachOtherWithoutAGap(@ForAll("days") LocalDate day) {
        TermOfYear term = TermOfYear.of(day);
        assertEquals(term, TermOfYear.of(term.firstDay()));
        assertEquals(term, TermOfYear.of(term.lastDay()));
        assertEquals(
                term.ordinal() + 1, TermOfYear.of(term.lastDay().plusDays(1)).ordinal());
        assertEquals(term, TermOfYear.of(term.academicYear().start(), term.number()));
    }
}
