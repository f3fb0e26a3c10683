package org.uplift.target;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What is expected on each day: straight from the baseline through the points of the trajectory to the target. */
final class Line {
    private final NavigableMap<LocalDate, BigDecimal> points = new TreeMap<>();

    Line(
            LocalDate baselineDate,
            BigDecimal baseline,
            Map<LocalDate, BigDecimal> trajectory,
            LocalDate dueDate,
            BigDecimal target) {
        points.putAll(trajectory);
        points.put(baselineDate, baseline);
        points.put(dueDate, target);
    }

    /** What is expected on a day; before the baseline that, after the due date the target. */
    BigDecimal at(LocalDate date) {
        Map.Entry<LocalDate, BigDecimal> before = points.floorEntry(date);
        Map.Entry<LocalDate, BigDecimal> after = points.ceilingEntry(date);
        if (before == null) {
            return points.firstEntry().getValue();
        }
        if (after == null || after.getKey().equals(before.getKey())) {
            return before.getValue();
        }
        long days = ChronoUnit.DAYS.between(before.getKey(), after.getKey());
        long gone = ChronoUnit.DAYS.between(before.getKey(), date);
        BigDecimal way = after.getValue().subtract(before.getValue());
        // Multiplied before it is divided: what comes out even is exact.
        return before.getValue()
                .add(way.multiply(BigDecimal.valueOf(gone)).divide(BigDecimal.valueOf(days), MathContext.DECIMAL128));
    }
}
