package org.uplift.need;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.uplift.need.Invented.course;
import static org.uplift.need.Invented.indicator;
import static org.uplift.need.Invented.trend;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.uplift.need.Decline.Course;
import org.uplift.outcome.Better;

class DeclineTest {
    private static Course worse(String code) {
        return course(indicator(code, "0.1"), "4.1", "4.6", "5.2");
    }

    private static Course steady(String code) {
        return course(indicator(code, "0.1"), "4.1", "4.6", "4.7");
    }

    @Test
    void threeIndicatorsThatWorsenTwiceRaiseIt() {
        assertEquals(List.of(), Decline.reasons(List.of(worse("A"), worse("B"), steady("C"))));
        assertEquals(
                List.of(
                        "A has worsened two terms running: 4.1 points, 4.6 points, 5.2 points.",
                        "B has worsened two terms running: 4.1 points, 4.6 points, 5.2 points.",
                        "C has worsened two terms running: 4.1 points, 4.6 points, 5.2 points."),
                Decline.reasons(List.of(worse("A"), worse("B"), worse("C"), steady("D"))));
    }

    @Test
    void aMissingTermIsNoDecline() {
        Course missing = course(indicator("C", "0.1"), null, "4.6", "5.2");
        assertEquals(List.of(), Decline.reasons(List.of(worse("A"), worse("B"), missing)));
        assertEquals(NeedChange.WORSE, missing.change());
        assertNull(course(indicator("C", "0.1"), "4.6", null, "5.2").change());
    }

    @Test
    void whatOnlyGoesByWithTimeIsNone() {
        NeedIndicator years = new NeedIndicator(
                "YEARS",
                Computation.YEARS_SINCE_INSPECTION,
                Better.LOWER,
                Invented.weight("3", "6", "4"),
                Invented.number("0"),
                false);
        Course passing = course(years, "3.1", "3.4", "3.7");
        assertNull(passing.change());
        assertEquals(List.of(), Decline.reasons(List.of(worse("A"), worse("B"), passing)));
    }

    @Test
    void aTrendDownByMoreThanTwiceItsToleranceRaisesItAlone() {
        assertEquals(List.of(), Decline.reasons(List.of(course(trend("3"), null, null, "-6"))));
        assertEquals(
                List.of("TREND: −6.1 points, more than twice the tolerance of 3.0 points."),
                Decline.reasons(List.of(course(trend("3"), null, null, "-6.1"))));
    }

    @Test
    void aBetterFigureIsBetterInEitherDirection() {
        assertEquals(
                NeedChange.BETTER, course(indicator("A", "0"), null, "5", "4").change());
        assertEquals(NeedChange.BETTER, course(trend("0.5"), null, "-4", "-2").change());
        assertEquals(NeedChange.WORSE, course(trend("0.5"), null, "-2", "-4").change());
    }
}
