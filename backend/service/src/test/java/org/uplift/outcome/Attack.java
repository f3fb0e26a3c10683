package org.uplift.outcome;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What follows from known sums of unknown numbers of pupils, none of which is negative: solved exactly, unlike {@link Equations}.
 * A number is found out when all numbers that fit agree in it. For any other a change is made that leaves every sum as it is:
 * a small part of it can be added and taken away without any number falling below nothing, so that no linear program finds the
 * number out either.
 */
final class Attack {
    private final Map<Object, Integer> pupils = new LinkedHashMap<>();
    private final List<Map<Object, Integer>> sums = new ArrayList<>();

    /** By a number that stands in no other: what it and some others, times their factors, come to is known. */
    private final Map<Object, Map<Object, BigInteger>> solved = new HashMap<>();

    private int used;

    /** There is an unknown number. How many it is serves to check what is found. */
    void unknown(Object name, int size) {
        if (size < 1) {
            throw new IllegalArgumentException(name + " is nothing, which is known");
        }
        pupils.put(name, size);
    }

    /** What some numbers come to, each times its factor, is known. Those that are not unknown are known by themselves. */
    void knows(Map<?, Integer> sum) {
        Map<Object, Integer> terms = new HashMap<>(sum);
        terms.keySet().retainAll(pupils.keySet());
        sums.add(terms);
    }

    int size(Object name) {
        return pupils.getOrDefault(name, 0);
    }

    /** The unknown numbers that are found out. */
    List<Object> found() {
        while (used < sums.size()) {
            use(sums.get(used++));
        }
        return pupils.keySet().stream().filter(this::finds).toList();
    }

    private boolean finds(Object name) {
        Optional<Map<Object, BigInteger>> change = change(name);
        change.ifPresent(this::checkThatItFits);
        return change.isEmpty();
    }

    private void checkThatItFits(Map<Object, BigInteger> change) {
        for (Map<Object, Integer> sum : sums) {
            BigInteger total = BigInteger.ZERO;
            for (Map.Entry<Object, Integer> term : sum.entrySet()) {
                BigInteger by = change.getOrDefault(term.getKey(), BigInteger.ZERO);
                total = total.add(by.multiply(BigInteger.valueOf(term.getValue())));
            }
            if (total.signum() != 0) {
                throw new AssertionError(sum + " changes");
            }
        }
    }

    /** A change of the numbers, of this one among them, that leaves every sum as it is. */
    private Optional<Map<Object, BigInteger>> change(Object name) {
        if (!solved.containsKey(name)) {
            return Optional.of(change(name, name));
        }
        return solved.get(name).keySet().stream()
                .filter(other -> !other.equals(name))
                .findFirst()
                .map(free -> change(name, free));
    }

    private Map<Object, BigInteger> change(Object name, Object free) {
        Map<Object, Map<Object, BigInteger>> moved = new HashMap<>(solved);
        moved.values().removeIf(row -> !row.containsKey(free));
        BigInteger common = BigInteger.ONE;
        for (Map.Entry<Object, Map<Object, BigInteger>> row : moved.entrySet()) {
            BigInteger own = row.getValue().get(row.getKey()).abs();
            common = common.multiply(own).divide(common.gcd(own));
        }
        Map<Object, BigInteger> change = new HashMap<>(Map.of(free, common));
        for (Map.Entry<Object, Map<Object, BigInteger>> row : moved.entrySet()) {
            BigInteger by = row.getValue().get(free).multiply(common);
            change.put(row.getKey(), by.divide(row.getValue().get(row.getKey())).negate());
        }
        if (change.getOrDefault(name, BigInteger.ZERO).signum() == 0) {
            throw new AssertionError(name + " does not change");
        }
        return change;
    }

    /** Gauss and Jordan, without fractions. */
    private void use(Map<Object, Integer> sum) {
        Map<Object, BigInteger> row = new HashMap<>();
        sum.forEach((name, factor) -> row.put(name, BigInteger.valueOf(factor)));
        for (Object name : Set.copyOf(row.keySet())) {
            if (solved.containsKey(name)) {
                eliminate(row, name, solved.get(name));
            }
        }
        row.keySet().stream().findFirst().ifPresent(own -> {
            solved.values().forEach(other -> eliminate(other, own, row));
            solved.put(own, row);
        });
    }

    private static void eliminate(Map<Object, BigInteger> row, Object name, Map<Object, BigInteger> by) {
        BigInteger factor = row.get(name);
        if (factor == null) {
            return;
        }
        BigInteger own = by.get(name);
        Set<Object> names = new HashSet<>(row.keySet());
        names.addAll(by.keySet());
        BigInteger divisor = BigInteger.ZERO;
        for (Object each : names) {
            BigInteger left = row.getOrDefault(each, BigInteger.ZERO)
                    .multiply(own)
                    .subtract(by.getOrDefault(each, BigInteger.ZERO).multiply(factor));
            divisor = divisor.gcd(left);
            if (left.signum() == 0) {
                row.remove(each);
            } else {
                row.put(each, left);
            }
        }
        BigInteger common = divisor;
        row.replaceAll((each, left) -> left.divide(common));
    }
}
