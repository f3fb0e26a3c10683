package org.uplift.target;

import java.time.LocalDate;
import java.util.Map;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The straight line that lies nearest to some values (least squares), and how far from it a further value may well be: in the
 * interval lie four of five, if the values go on scattering about the line as they have (Student's t).
 */
final class Trend {
    private static final double UPPER_END = 0.9;

    /** Where the line is on a day, and between which values four of five lie. */
    record Estimate(double value, double low, double high) {}

    private final int count;
    private final double meanDay;
    private final double meanValue;
    private final double slope;
    private final double spread;
    private final double deviation;
    private final double quantile;

    /**
     * @param values by day, at least three
     */
    Trend(Map<LocalDate, Double> values) {
        count = values.size();
        meanDay = values.keySet().stream()
                .mapToDouble(LocalDate::toEpochDay)
                .average()
                .orElseThrow();
        meanValue = values.values().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElseThrow();
        spread = values.keySet().stream()
                .mapToDouble(day -> square(day.toEpochDay() - meanDay))
                .sum();
        slope = values.entrySet().stream()
                        .mapToDouble(one -> (one.getKey().toEpochDay() - meanDay) * (one.getValue() - meanValue))
                        .sum()
                / spread;
        double squares = values.entrySet().stream()
                .mapToDouble(one -> square(one.getValue() - value(one.getKey())))
                .sum();
        deviation = Math.sqrt(squares / (count - 2));
        quantile = TDistribution.of(count - 2).inverseCumulativeProbability(UPPER_END);
    }

    /** What a value of a day would be. */
    Estimate at(LocalDate day) {
        double value = value(day);
        double reach = quantile * deviation * Math.sqrt(1 + 1.0 / count + square(day.toEpochDay() - meanDay) / spread);
        return new Estimate(value, value - reach, value + reach);
    }

    private double value(LocalDate day) {
        return meanValue + slope * (day.toEpochDay() - meanDay);
    }

    private static double square(double value) {
        return value * value;
    }
}
