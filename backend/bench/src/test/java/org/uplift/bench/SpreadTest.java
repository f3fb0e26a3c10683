package org.uplift.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.uplift.bench.Line.Bar;

class SpreadTest {
    @Test
    void theMedianIsTheMiddleOneOrHalfwayBetweenTheTwo() {
        assertEquals(new Spread(3, 1, 9, 3), Spread.of(List.of(9.0, 1.0, 3.0)));
        assertEquals(new Spread(2.5, 1, 9, 4), Spread.of(List.of(9.0, 1.0, 3.0, 2.0)));
        assertThrows(IllegalArgumentException.class, () -> Spread.of(List.of()));
    }

    @Test
    void aPercentileIsOneOfTheValues() {
        long[] hundred = new long[100];
        for (int at = 0; at < hundred.length; at++) {
            hundred[at] = at + 1;
        }
        assertEquals(50, Spread.percentile(hundred, 0.5));
        assertEquals(99, Spread.percentile(hundred, 0.99));
        assertEquals(100, Spread.percentile(hundred, 1));
        assertEquals(7, Spread.percentile(new long[] {7}, 0.01));
    }

    @Test
    void aRatioIsOfTheTwoThatRanSideBySide() {
        Line.Runs runs = new Line.Runs();
        runs.add(10, 20);
        runs.add(30, 40);
        runs.add(8, 10);
        Line line = runs.line("service ÷ raw", Bar.atLeast(0.75), "rows/s", "service", "raw");
        assertEquals(new Spread(0.75, 0.5, 0.8, 3), line.ratio());
        assertEquals("reached", line.verdict());
        assertEquals("service 10.0 (8.00–30.0) rows/s, raw 20.0 (10.0–40.0) rows/s; 3 runs", line.figures());
    }

    @Test
    void aLineThatMissesItsBarSaysSo() {
        Spread half = Spread.of(List.of(0.5));
        assertEquals("BELOW THE BAR", new Line("speed", Bar.atLeast(0.8), half, "").verdict());
        assertEquals("ABOVE THE BAR", new Line("time", Bar.atMost(0.03), half, "").verdict());
        assertEquals("told", new Line("start", null, half, "").verdict());
        assertEquals("not measured", Line.failed("push", "413").verdict());
        assertTrue(Line.table(List.of(Line.failed("push", "413"))).endsWith("| push | – | – | not measured | 413 |\n"));
    }

    @Test
    void whatIsNotInstalledIsToldAndIsNoFailure() {
        Line absent = Line.absent("beside", Bar.atLeast(2), "not installed");
        assertEquals("| beside | ≥ 2.00 | – | not measured | not installed |", lastRow(absent));
        assertFalse(absent.failed());
        assertTrue(Line.failed("push", "413").failed());
    }

    private static String lastRow(Line line) {
        return Line.table(List.of(line)).lines().toList().getLast();
    }
}
