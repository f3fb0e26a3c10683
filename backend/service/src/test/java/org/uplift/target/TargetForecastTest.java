package org.uplift.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.uplift.target.TargetStatusTest.ATTAINMENT;
import static org.uplift.target.TargetStatusTest.actual;
import static org.uplift.target.TargetStatusTest.partial;
import static org.uplift.target.TargetStatusTest.standing;
import static org.uplift.target.TargetStatusTest.suppressed;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.uplift.outcome.Actual;

class TargetForecastTest {
    private static final LocalDate SPRING = LocalDate.of(2026, 4, 1);
    private static final Actual AUTUMN = actual("2025-12-31", "autumn", "62.0");

    private static TargetForecast forecast(LocalDate today, Actual... actuals) {
        return TargetForecast.of(ATTAINMENT, List.of(actuals), today, true);
    }

    private static void hasNone(String why, TargetForecast forecast) {
        assertNull(forecast.value());
        assertNull(forecast.low());
        assertNull(forecast.high());
        assertEquals(List.of(), forecast.days());
        assertTrue(forecast.sentence().contains(why), forecast.sentence());
    }

    @Test
    void itLeadsFromTheLatestActualToTheDueDate() {
        TargetForecast forecast = forecast(SPRING, AUTUMN, actual("2026-03-31", "spring", "65.0"));
        assertNotNull(forecast.value());
        assertEquals(3, forecast.points());
        assertEquals(LocalDate.of(2026, 3, 31), forecast.days().getFirst().date());
        assertEquals(ATTAINMENT.dueDate(), forecast.days().getLast().date());
        assertEquals(forecast.value(), forecast.days().getLast().value());
        assertTrue(forecast.low().compareTo(forecast.value()) <= 0
                && forecast.high().compareTo(forecast.value()) >= 0);
    }

    @Test
    void aPercentageStaysBetweenNothingAndAHundred() {
        TargetForecast steep = forecast(SPRING, AUTUMN, actual("2026-03-31", "spring", "95.0"));
        assertEquals(0, steep.high().compareTo(BigDecimal.valueOf(100)));
        TargetForecast falling = forecast(SPRING, AUTUMN, actual("2026-03-31", "spring", "3.0"));
        assertEquals(0, falling.low().signum());
        TargetForecast points =
                TargetForecast.of(ATTAINMENT, List.of(AUTUMN, actual("2026-03-31", "spring", "95.0")), SPRING, false);
        assertTrue(points.high().compareTo(BigDecimal.valueOf(100)) > 0);
    }

    @Test
    void itNeedsThreeDates() {
        hasNone("there is 1.", forecast(SPRING));
        hasNone("there are 2.", forecast(SPRING, AUTUMN));
        hasNone("there are 2.", forecast(SPRING, AUTUMN, standing(actual("2025-12-31", "autumn", "63.0"), "final")));
        hasNone("there are 2.", forecast(LocalDate.of(2026, 2, 1), AUTUMN, actual("2026-03-31", "spring", "65.0")));
    }

    /** Computed here on the day of the tests, and published at the end of the month. */
    @Test
    void anAssessmentCountsOnce() {
        TargetForecast forecast = forecast(
                SPRING, actual("2025-12-10", "autumn", "62.0"), AUTUMN, actual("2026-03-31", "spring", "65.0"));
        assertEquals(3, forecast.points());
        assertEquals(forecast(SPRING, AUTUMN, actual("2026-03-31", "spring", "65.0")), forecast);
    }

    @Test
    void aSuppressedOrPartialResultTakesItAway() {
        hasNone(
                "suppressed",
                forecast(SPRING, AUTUMN, suppressed("2026-02-14", "spring"), actual("2026-03-31", "spring", "65")));
        hasNone(
                "14 February 2026 is of less than 95 %",
                forecast(SPRING, AUTUMN, partial(actual("2026-02-14", "spring", "64"))));
    }

    @Test
    void onceItIsSettledNothingIsForecast() {
        Actual[] all = {AUTUMN, actual("2026-03-31", "spring", "65"), actual("2026-07-20", "summer", "70")};
        hasNone("result for the due point is there", forecast(LocalDate.of(2026, 7, 21), all));
        hasNone("due date has passed", forecast(LocalDate.of(2026, 8, 1), all[0], all[1]));
    }
}
