package org.uplift.expertise;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How fairly days are spread: by the share that each expert has promised of what they offer, so that who offers two days and gives
 * both is as busy as who offers twenty and gives all. Who offers nothing is left out.
 */
final class Spread {
    private static final int FIFTH = 5;
    private static final int PERCENT = 100;

    private final List<Load> loads;

    /** What somebody offers in a year, and what is promised of it. */
    record Load(BigDecimal offered, BigDecimal promised) {
        double share() {
            return promised.doubleValue() / offered.doubleValue();
        }
    }

    Spread(List<Load> loads) {
        this.loads = loads.stream().filter(load -> load.offered().signum() > 0).toList();
    }

    /**
     * The Gini coefficient of the shares, with two decimals: half the mean difference between any two of them, by their mean.
     * Nothing where nothing is promised.
     */
    Optional<BigDecimal> unevenness() {
        double[] shares = loads.stream().mapToDouble(Load::share).sorted().toArray();
        double sum = 0;
        double weighted = 0;
        for (int at = 0; at < shares.length; at++) {
            sum += shares[at];
            weighted += (2.0 * (at + 1) - shares.length - 1) * shares[at];
        }
        return sum == 0
                ? Optional.empty()
                : Optional.of(
                        BigDecimal.valueOf(weighted / (shares.length * sum)).setScale(2, RoundingMode.HALF_UP));
    }

    /** Which percentage of all promised days the busiest fifth gives, at least one person; nothing where nothing is promised. */
    Optional<BigDecimal> busiestFifth() {
        BigDecimal all = loads.stream().map(Load::promised).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (all.signum() == 0) {
            return Optional.empty();
        }
        BigDecimal busiest = loads.stream()
                .map(Load::promised)
                .sorted(Comparator.reverseOrder())
                .limit(Math.ceilDiv(loads.size(), FIFTH))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return Optional.of(busiest.multiply(BigDecimal.valueOf(PERCENT))
                .divide(all, MathContext.DECIMAL64)
                .setScale(1, RoundingMode.HALF_UP));
    }
}
