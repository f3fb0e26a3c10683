package org.uplift.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.uplift.target.TargetStatusTest.ATTAINMENT;
import static org.uplift.target.TargetStatusTest.actual;
import static org.uplift.target.TargetStatusTest.suppressed;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.uplift.outcome.Actual;

class TargetHistoryTest {
    private static final List<Actual> ALL = List.of(
            actual("2025-08-01", "summer", "60.0"),
            actual("2025-12-31", "autumn", "60.9"),
            actual("2026-02-14", "spring", "64.0"),
            actual("2026-07-31", "summer", "69.9"));

    private static List<Status> statuses(TargetHistory history) {
        return history.results().stream().map(TargetHistory.Moment::status).toList();
    }

    @Test
    void itHasTheDaysOfTheActualsSinceTheBaselineAndToday() {
        TargetHistory history = TargetHistory.of(ATTAINMENT, ALL, LocalDate.of(2026, 3, 1));
        assertEquals(
                List.of(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 2, 14), LocalDate.of(2025, 12, 31)),
                history.results().stream().map(TargetHistory.Moment::date).toList());
        assertEquals(List.of(Status.ON_TRACK, Status.ON_TRACK, Status.OFF_TRACK), statuses(history));
        assertTrue(history.results().getLast().statusReason().contains("60.9 on 31 December 2025"));
        assertEquals("62.0", history.results().getLast().expected().toPlainString());
        assertTrue(history.basis().contains("as they are now"));
    }

    @Test
    void eachDayIsSeenAsOfItself() {
        TargetHistory history = TargetHistory.of(ATTAINMENT, ALL, LocalDate.of(2026, 12, 1));
        assertEquals(List.of(Status.MISSED, Status.MISSED, Status.ON_TRACK, Status.OFF_TRACK), statuses(history));
        assertEquals(
                List.of(Status.NO_DATA, Status.ON_TRACK, Status.OFF_TRACK),
                statuses(TargetHistory.of(ATTAINMENT, ALL.subList(0, 3), LocalDate.of(2026, 12, 1))),
                "overdue today, and not then");
    }

    @Test
    void withoutActualsThereIsToday() {
        assertEquals(
                List.of(Status.NO_DATA), statuses(TargetHistory.of(ATTAINMENT, List.of(), LocalDate.of(2026, 1, 1))));
    }

    @Test
    void aDayWithASuppressedActualTellsNothing() {
        TargetHistory history = TargetHistory.of(
                ATTAINMENT,
                List.of(suppressed("2025-12-31", "autumn"), actual("2026-02-14", "spring", "64.0")),
                LocalDate.of(2026, 2, 14));
        assertEquals(List.of(Status.ON_TRACK, Status.NO_DATA), statuses(history));
        assertNull(history.results().getLast().latestActual());
        assertNull(history.results().getLast().expected());
    }

    @Test
    void itIsBounded() {
        List<Actual> daily = IntStream.range(1, 300)
                .mapToObj(day -> actual(LocalDate.of(2025, 9, 1).plusDays(day).toString(), "autumn", "62"))
                .toList();
        assertEquals(
                100,
                TargetHistory.of(ATTAINMENT, daily, LocalDate.of(2026, 7, 31))
                        .results()
                        .size());
    }
}
